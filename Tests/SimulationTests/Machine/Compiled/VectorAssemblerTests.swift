import Testing

@testable import Simulation

struct VectorAssemblerTests {
  // Expected bytes are those of GNU as 2.40 for the instruction named.
  @Test func `writes the bytes of another assembler`() {
    let instructions: [(String, (inout VectorAssembler) -> Void, String)] = [
      ("vaddpd zmm1, zmm2, zmm3", { $0.write(.add, 1, 2, .vector(3)) }, "62f1ed4858cb"),
      ("vaddpd zmm31, zmm17, zmm8", { $0.write(.add, 31, 17, .vector(8)) }, "6241f54058f8"),
      (
        "vmulpd zmm9, zmm0, qword ptr [rdi-1016]{1to8}",
        { $0.write(.multiply, 9, 0, .broadcast(.rdi, -1016)) }, "6271fd58594f81"
      ),
      (
        "vmulpd zmm9, zmm0, qword ptr [rdi+1024]{1to8}",
        { $0.write(.multiply, 9, 0, .broadcast(.rdi, 1024)) }, "6271fd58598f00040000"
      ),
      (
        "vsubpd zmm20, zmm30, [rdi+8128]",
        { $0.write(.subtract, 20, 30, .memory(.rdi, 8128)) }, "62e18d405c677f"
      ),
      (
        "vsubpd zmm20, zmm30, [rdi+8192]",
        { $0.write(.subtract, 20, 30, .memory(.rdi, 8192)) }, "62e18d405ca700200000"
      ),
      (
        "vaddpd zmm4, zmm5, [rax+rcx]", { $0.write(.add, 4, 5, .indexed(.rax, .rcx)) },
        "62f1d548582408"
      ),
      (
        "vmovupd zmm16, [r8+rax]", { $0.write(.load, 16, 0, .indexed(.r8, .rax)) },
        "62c1fd48100400"
      ),
      (
        "vmovupd ymm16, [r8+rax]",
        { $0.write(.load, 16, 0, .indexed(.r8, .rax), isHalf: true) }, "62c1fd28100400"
      ),
      (
        "vmovupd [rax+rcx], zmm18", { $0.write(.store, 18, 0, .indexed(.rax, .rcx)) },
        "62e1fd48111408"
      ),
      (
        "vbroadcastsd zmm7, qword ptr [rdi-8]",
        { $0.write(.broadcast, 7, 0, .single(.rdi, -8)) }, "62f2fd48197fff"
      ),
      (
        "vbroadcastsd zmm7{k1}{z}, qword ptr [rdi-8]",
        { $0.write(.broadcast, 7, 0, .single(.rdi, -8), mask: .zeroing(1)) }, "62f2fdc9197fff"
      ),
      (
        "vblendmpd zmm3{k1}, zmm4, zmm5",
        { $0.write(.blend, 3, 4, .vector(5), mask: .merging(1)) }, "62f2dd4965dd"
      ),
      (
        "vcmpgtpd k2, zmm6, zmm26",
        { $0.write(.compare, 2, 6, .vector(26), immediate: 14) }, "6291cd48c2d20e"
      ),
      (
        "vcmpltpd k1{k1}, zmm6, qword ptr [rdi+8]{1to8}",
        { $0.write(.compare, 1, 6, .broadcast(.rdi, 8), mask: .merging(1), immediate: 1) },
        "62f1cd59c24f0101"
      ),
      (
        "vpternlogq zmm31{k1}, zmm31, zmm31, 255",
        { $0.write(.ternary, 31, 31, .vector(31), mask: .merging(1), immediate: 255) },
        "6203854125ffff"
      ),
      (
        "vpsllq zmm12, zmm19, 48", { $0.write(.shift, 6, 12, .vector(19), immediate: 48) },
        "62b19d4873f330"
      ),
      (
        "vpslld ymm12, ymm19, 5",
        { $0.write(.shiftHalves, 6, 12, .vector(19), isHalf: true, immediate: 5) },
        "62b11d2872f305"
      ),
      (
        "vcvttpd2dq ymm24, zmm1", { $0.write(.truncate, 24, 0, .vector(1)) }, "6261fd48e6c1"
      ),
      ("vcvtdq2pd zmm1, ymm24", { $0.write(.convert, 1, 0, .vector(24)) }, "62917e48e6c8"),
      (
        "vinsertf64x4 zmm2, zmm3, ymmword ptr [r8+rax], 1",
        { $0.write(.insertHalf, 2, 3, .indexed(.r8, .rax), immediate: 1) }, "62d3e5481a140001"
      ),
      (
        "vshuff64x2 zmm2, zmm3, zmm4, 221",
        { $0.write(.shuffleBlocks, 2, 3, .vector(4), immediate: 221) }, "62f3e54823d4dd"
      ),
      (
        "vpermi2pd zmm2, zmm29, zmm30", { $0.write(.pick, 2, 29, .vector(30)) }, "6292954077d6"
      ),
      (
        "vptestmq k1, zmm31, qword ptr [rdi+16]{1to8}",
        { $0.write(.testBits, 1, 31, .broadcast(.rdi, 16)) }, "62f28550274f02"
      ),
      ("mov rax, [rdi-1024]", { $0.load(.rax, from: .rdi, -1024) }, "488b8700fcffff"),
      ("mov r8, [rdi+1024]", { $0.load(.r8, from: .rdi, 1024) }, "4c8b8700040000"),
      ("mov eax, [rdi+1024]", { $0.loadHalf(.rax, from: .rdi, 1024) }, "8b8700040000"),
      ("mov rcx, rsi", { $0.move(.rsi, to: .rcx) }, "4889f1"),
      ("lea rsi, [rdi+640]", { $0.address(.rsi, .rdi, 640) }, "488db780020000"),
      (
        "movabs rax, 0x123456789abcdef0", { $0.set(.rax, to: 0x1234_5678_9abc_def0) },
        "48b8f0debc9a78563412"
      ),
      ("add rcx, 1000", { $0.add(1000, to: .rcx) }, "4881c1e8030000"),
      ("push rdx", { $0.push(.rdx) }, "52"), ("pop rdi", { $0.pop(.rdi) }, "5f"),
      ("call rax", { $0.call(.rax) }, "ffd0"),
      ("knotb k1, k1", { $0.invertMask(1) }, "c5f944c9"),
      ("korb k1, k1, k2", { $0.joinMasks(1, 2) }, "c5f545ca"),
      ("kmovw eax, k1", { $0.moveMask(1) }, "c5f893c1"),
      ("vzeroupper; ret", { $0.end() }, "c5f877c3"),
    ]
    for (text, write, expected) in instructions {
      var assembler = VectorAssembler()
      write(&assembler)
      #expect(hexadecimal(assembler.bytes) == expected, "\(text)")
    }
  }

  @Test func `goes back as far as the bytes in between`() {
    // 0: add rcx, 1000 (7 bytes); 7: cmp rcx, rdx; 10: jb 0, which counts from its end at 16.
    var assembler = VectorAssembler()
    assembler.add(1000, to: .rcx)
    assembler.loop(while: .rcx, isBelow: .rdx, to: 0)
    #expect(hexadecimal(assembler.bytes) == "4881c1e8030000" + "4839d1" + "0f82f0ffffff")
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
