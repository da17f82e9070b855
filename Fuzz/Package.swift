// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets. Each reads bytes as one of the program's readers would, and stops where something
// that always holds doesn't. A package of its own, since its flags bar it from being a dependency.

/// One target: its name, and what of Breakeven it takes beside the modules of `Breakeven`.
struct Fuzzer {
  var name: String
  var products: [Target.Dependency] = []
  /// Sources beside its own file.
  var others: [String] = []
  /// Modules that those sources see as their own package does.
  var seen: [String] = []

  var sources: [String] { [name + ".swift"] + others }
  var flags: [String] {
    // libFuzzer brings `main`; that of the command line's own sources gets another name.
    ["-parse-as-library", "-Xfrontend", "-entry-point-function-name", "-Xfrontend", "unused_main"]
      + seen.flatMap { ["-Xfrontend", "-testable-import-module", "-Xfrontend", $0] }
  }
}

let store = Target.Dependency.product(name: "BreakevenStore", package: "breakeven")
let reports = Target.Dependency.product(name: "BreakevenReports", package: "breakeven")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let fuzzers = [
  Fuzzer(name: "YAML"),
  Fuzzer(name: "Units"),
  Fuzzer(name: "Formulas"),
  Fuzzer(name: "Distributions"),
  Fuzzer(name: "Facts"),
  Fuzzer(name: "Models"),
  Fuzzer(name: "Changes"),
  Fuzzer(name: "Texts", products: [reports]),
  Fuzzer(name: "StoredRuns", products: [store]),
  Fuzzer(name: "Columns", products: [store]),
  Fuzzer(
    name: "Arguments", products: [store, reports, arguments], others: ["BreakevenCLI"],
    seen: [
      "Breakeven", "Diagnostics", "Findings", "Hashing", "Publishing", "Reporting", "RunRecord",
      "Scoring", "Threads",
    ]),
]

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "breakeven", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(
      name: "FuzzSupport", dependencies: [.product(name: "Breakeven", package: "breakeven")],
      path: "Support")
  ]
    + fuzzers.map { fuzzer in
      .executableTarget(
        name: "Fuzz" + fuzzer.name,
        dependencies: ["FuzzSupport", .product(name: "Breakeven", package: "breakeven")]
          + fuzzer.products,
        path: "Targets",
        exclude: fuzzers.filter { $0.name != fuzzer.name }.flatMap(\.sources),
        sources: fuzzer.sources, swiftSettings: [.unsafeFlags(fuzzer.flags)],
        linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
    }
)
