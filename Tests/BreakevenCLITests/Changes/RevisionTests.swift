import Foundation
import RunStore
import Testing
import TinyStudy

/// Revisions of a git repository that is made for each test, read by the program as a process.
@Suite struct RevisionTests {
  private static let mind = "Models/companies/hospital-mind.yaml"
  private static let git =
    "git -c user.name=T -c user.email=t@example.org -c commit.gpgsign=false"

  /// A repository whose first commit, tagged `start`, is the tiny study.
  private func repository() throws -> Shell {
    let shell = try Shell(models: TinyStudy.files())
    _ = try shell(
      "git init -q -b main . && git add -A && \(Self.git) commit -qm start && git tag start")
    return shell
  }

  private func edit(_ shell: Shell, _ old: String, _ new: String, file: String = mind) throws {
    let text = try #require(shell.read(file))
    #expect(text.contains(old))
    try shell.write(file, text.replacing(old, with: new))
  }

  private func commit(_ shell: Shell) throws {
    _ = try shell("git add -A && \(Self.git) commit -qm change")
  }

  private func lessCash(_ shell: Shell) throws {
    try edit(shell, "value: 30M, unit: USD", "value: 6M, unit: USD")
  }

  @Test func aBranchIsReviewedFromObjects() throws {
    let shell = try repository()
    _ = try shell("git checkout -qb less-cash")
    try lessCash(shell)
    try commit(shell)
    // What the base learnt since, and what the work tree holds, is none of the branch's doing.
    _ = try shell("git checkout -q main")
    try edit(shell, "FY2025, value: 20M", "FY2025, value: 40M")
    try commit(shell)
    try shell.write("Models/companies/cloud-pipe.yaml", "broken: [")
    let before = try shell("git status --porcelain").output
    let review = try shell("breakeven review main..less-cash --draws 1024")
    #expect(review.status == 0, "\(review.output)")
    #expect(review.output.contains("Hospital Mind"))
    #expect(review.output.contains("30M USD → 6M USD"))
    #expect(!review.output.contains("20M USD"))
    #expect(review.output.contains("companies/hospital-mind.yaml"))
    #expect(try shell("git status --porcelain").output == before)
  }

  @Test func theWorkTreeIsTheOtherEnd() throws {
    let shell = try repository()
    try lessCash(shell)
    for command in ["review start", "changes start", "changes HEAD Models"] {
      let answer = try shell("breakeven \(command) --draws 1024 --format csv")
      #expect(answer.status == 0)
      #expect(answer.output.contains("hospital-mind,cashed_out,1,"), "\(command): \(answer.output)")
    }
  }

  @Test func aCommitThatOnlyReformatsSaysNothing() throws {
    let shell = try repository()
    try edit(shell, "facts:\n", "# Figures.\n\nfacts:\n")
    try edit(shell, "note: range of two trackers", "note: \"as two trackers say\"")
    try commit(shell)
    let review = try shell("breakeven review HEAD~1..HEAD --draws 1024 --quiet --format markdown")
    #expect(review.status == 0)
    #expect(review.output.isEmpty)
    let told = try shell("breakeven review HEAD~1..HEAD --draws 1024")
    #expect(told.output == "Nothing changed.\n")
  }

  @Test func rulesPassAndFail() throws {
    let shell = try repository()
    try shell.write(
      "Models/review.yaml",
      """
      rules:
        - {id: steady-odds, rule: odds, at_most: 3, unless: new_source, because: numbers are quoted}
        - {id: sourced, rule: fact_source}

      """)
    try commit(shell)
    try lessCash(shell)
    let broken = try shell("breakeven review HEAD --draws 1024 --format markdown")
    #expect(broken.status == 1)
    #expect(broken.output.contains("steady-odds"), "\(broken.output)")
    #expect(broken.output.contains("more than 3 points (numbers are quoted)"))
    #expect(!broken.output.contains("**sourced**"))
    // A new source excuses it.
    try edit(
      shell, "sources:\n",
      "sources:\n  mind-q3: {title: Third quarter, publisher: Hospital Mind, date: 2026-05-30, "
        + "kind: filing, reference: p. 2}\n", file: "Models/sources.yaml")
    try edit(
      shell, "value: 6M, unit: USD, source: mind-prospectus",
      "value: 6M, unit: USD, source: mind-q3")
    let kept = try shell("breakeven review HEAD --draws 1024")
    #expect(kept.status == 0, "\(kept.output)")
    #expect(kept.output.contains("All 2 rules of Models/review.yaml are kept"))
    // A figure that nobody published breaks the other rule, though it moves no number.
    try edit(
      shell, "  - {metric: hospitals_served",
      "  - {metric: headcount, period: FY2025, value: 90, unit: people, source: own-assumption, "
        + "confidence: low}\n  - {metric: hospitals_served")
    let unsourced = try shell("breakeven review HEAD --draws 1024 --format json --quiet")
    #expect(unsourced.status == 1)
    #expect(unsourced.output.contains("\"failures\""))
  }

  @Test func mistakesInARevisionAreNamedAsItsFiles() throws {
    let shell = try repository()
    try edit(shell, "metric: net_income", "metric: net_incme")
    try commit(shell)
    let review = try shell("breakeven review start..HEAD --draws 1024")
    #expect(review.status == 66)
    #expect(review.output.contains("HEAD:Models/companies/hospital-mind.yaml:"), "\(review.output)")
    #expect(review.output.contains("net_income"))
    #expect(!review.output.contains("/breakeven-"))
  }

  @Test func unknownSidesSayWhatThereIs() throws {
    let shell = try repository()
    let near = try shell("breakeven changes strat --draws 1024")
    #expect(near.status == 66)
    #expect(near.output.contains("is no stored run, no day, no revision and no folder"))
    #expect(near.output.contains("did you mean \"start\"?"))
    let revision = try shell("breakeven review mian --draws 1024")
    #expect(revision.status == 66)
    #expect(revision.output.contains("did you mean \"main\"?"), "\(revision.output)")
    let run = try shell("breakeven changes latest --draws 1024")
    #expect(run.status == 66)
    let rules = try shell("breakeven review start --gate nothing.yaml --draws 1024")
    #expect(rules.status == 66, "\(rules.output)")
  }

  @Test func withoutARepositoryOrGitASentenceSaysSo() throws {
    let shell = try Shell(models: TinyStudy.files())
    let none = try shell("GIT_CEILING_DIRECTORIES=/tmp breakeven review main --draws 1024")
    #expect(none.status == 66)
    #expect(none.output.contains("is in no git repository"), "\(none.output)")
    let program = try #require(Program.binary).path
    let bare = try shell("PATH=/nowhere \(program) review main --draws 1024")
    #expect(bare.status == 66)
    #expect(bare.output.contains("there is no program git"), "\(bare.output)")
  }

  @Test func linksAreFollowedWithinTheRepository() throws {
    let shell = try repository()
    _ = try shell(
      "mkdir shared && mv Models/scoring.yaml shared/ && ln -s ../shared/scoring.yaml Models/scoring.yaml"
    )
    try commit(shell)
    let same = try shell("breakeven changes start HEAD --draws 1024")
    #expect(same.status == 0)
    #expect(same.output == "Nothing changed.\n")
  }

  // MARK: Stored runs

  @Test func aStoredRunIsASideThoughItsFilesHaveChanged() throws {
    let shell = try repository()
    let first = try shell("breakeven evaluate --draws 1024 --quiet")
    #expect(first.status == 0, "\(first.output)")
    try lessCash(shell)
    let since = try shell("breakeven changes latest --format csv")
    #expect(since.output.contains("hospital-mind,cashed_out,1,"), "\(since.output)")
    _ = try shell("breakeven evaluate --draws 1024 --quiet")
    // The files are gone altogether: the runs have theirs.
    try edit(shell, "value: 6M, unit: USD", "value: 99M, unit: USD")
    let both = try shell("breakeven changes previous latest")
    #expect(both.status == 0)
    #expect(both.output.contains("30M USD → 6M USD"), "\(both.output)")
  }

  @Test func aRunStoredWithoutFilesIsASideWhileTheyAreTheSame() throws {
    let shell = try repository()
    _ = try shell("breakeven evaluate --draws 1024 --quiet")
    // As a version that kept no files stored it.
    let store = try RunStore(path: shell.folder.appending(path: "breakeven.sqlite").path)
    let run = try store.latest()
    try store.save(try #require(run), createdAt: "2026-07-01T00:00:00Z")
    let same = try shell("breakeven changes latest start")
    #expect(same.status == 0, "\(same.output)")
    try lessCash(shell)
    let other = try shell("breakeven changes latest start")
    #expect(other.status == 66)
    #expect(other.output.contains("was stored without its model files"), "\(other.output)")
    #expect(other.output.contains("name the folder that it was made from with --models"))
  }
}
