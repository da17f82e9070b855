import RunRecord
import Testing

struct EvaluationRequestTests {
  // 2^24 draws in all: 16,384 of 1,024 companies, 8,192 of twice as many, but 4,096 of each at least.
  @Test(arguments: [
    (1, 16384), (1024, 16384), (1025, 8192), (2048, 8192), (2049, 4096), (100_000, 4096),
  ])
  func studiesOfManyCompaniesTakeFewerDraws(companies: Int, draws: Int) {
    var request = EvaluationRequest()
    request.takesFewerForMany = true
    let settled = request.settled(companies: companies)
    #expect(settled.draws == draws)
    #expect(!settled.takesFewerForMany)
    #expect(settled.settled(companies: companies * 10) == settled)
  }

  @Test func whatIsAskedForIsTaken() {
    for draws in [64, 16384, 1 << 20] {
      let request = EvaluationRequest(draws: draws)
      #expect(request.settled(companies: 5000) == request)
    }
    var few = EvaluationRequest(draws: 64)
    few.takesFewerForMany = true
    #expect(few.settled(companies: 5000).draws == 64)
  }
}
