// swift-tools-version: 6.2
import PackageDescription

/// One module of Breakeven: what it may import is what is listed here, and nothing else.
struct Module {
  var name: String
  var imports: [String] = []
  var outside: [Target.Dependency] = []
  var resources: [Resource] = []
  var tests = true
  /// Whether its tests work on models folders of their own.
  var testsOnFolders = false
  /// Whether its tests work on a run of the tiny study.
  var testsOnRun = false
  /// Whether its tests hold it to the reference implementation of the outside view.
  var testsOnCases = false
  var testImports: [String] = []
  var testOutside: [Target.Dependency] = []
  var testExclude: [String] = []
  var testResources: [Resource] = []
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// Of the system; see `make setup`.
let zlib = Target.Dependency.target(name: "Zlib")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// In the order data flows; see Sources/README.md for the picture.
let modules = [
  Module(name: "Threads"),
  Module(name: "Hashing"),
  Module(name: "Diagnostics"),
  Module(name: "Units", imports: ["Diagnostics"]),
  Module(name: "Formulas", imports: ["Diagnostics", "Units"]),
  Module(
    name: "Simulation", imports: ["Formulas", "Kernels"],
    resources: [.embedInCode("Resources")], testImports: ["Diagnostics", "Units"]),
  Module(name: "Documents", imports: ["Diagnostics"], outside: [yams]),
  Module(name: "Facts", imports: ["Threads", "Diagnostics", "Documents", "Units"]),
  Module(
    name: "Nowcast", imports: ["Simulation", "Facts"], testsOnCases: true,
    testImports: ["Diagnostics", "Documents"],
    testExclude: ["Fixtures"]),
  Module(
    name: "Outlook", imports: ["Nowcast", "Simulation"], testsOnCases: true,
    testImports: ["Facts"]),
  Module(
    name: "Backtest", imports: ["Nowcast", "Outlook", "Simulation"], testsOnCases: true,
    testImports: ["Facts"], testExclude: ["Fixtures"]),
  Module(name: "RunRecord", testsOnRun: true, testImports: ["Breakeven"]),
  Module(name: "Scoring", imports: ["Threads", "Simulation"]),
  Module(name: "Plan", imports: ["Units", "Formulas", "Simulation", "Scoring"]),
  Module(
    name: "Evaluation",
    imports: [
      "Threads", "Hashing", "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Facts",
      "Nowcast", "RunRecord", "Scoring", "Plan",
    ], testsOnCases: true, testImports: ["Outlook"]),
  Module(
    name: "RunStore", imports: ["Threads", "Hashing", "Diagnostics", "RunRecord"],
    outside: [grdb, zlib],
    testsOnRun: true, testOutside: [grdb], testExclude: ["Fixtures"]),
  Module(name: "Findings", imports: ["RunRecord"], testsOnRun: true),
  Module(
    name: "Publishing", imports: ["Hashing", "Diagnostics", "Documents"],
    resources: [.embedInCode("HTML/Resources")]),
  Module(
    name: "Reporting", imports: ["Threads", "Documents", "RunRecord", "Findings", "Publishing"],
    resources: [.embedInCode("Languages")], testsOnRun: true, testImports: ["Diagnostics"],
    testExclude: ["Snapshots"]),
  Module(
    name: "Study",
    imports: [
      "Threads", "Hashing", "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Facts",
      "RunRecord", "Scoring", "Plan", "Evaluation",
    ], testsOnFolders: true),
  Module(
    name: "Assessment",
    imports: [
      "Threads", "Hashing", "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Facts",
      "Nowcast", "Outlook", "Backtest", "RunRecord", "Scoring", "Plan", "Evaluation", "Study",
    ], testsOnFolders: true, testsOnCases: true),
  Module(
    name: "Breakeven",
    imports: [
      "Threads", "Hashing", "Diagnostics", "RunRecord", "Evaluation", "Study", "Assessment",
      "Publishing", "Reporting",
    ], testsOnFolders: true, testsOnRun: true, testImports: ["Facts", "RunStore"]),
  Module(
    name: "BreakevenTesting",
    imports: ["Breakeven", "Simulation", "Plan", "Evaluation", "Facts", "RunRecord"]),
]

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "breakeven",
  platforms: [.macOS(.v15)],
  products: [
    // What embedders and authors of evaluators import by name; everything else stays inside.
    .library(
      name: "Breakeven",
      targets: [
        "Breakeven", "Evaluation", "Plan", "Simulation", "Publishing", "RunRecord", "Diagnostics",
      ]),
    .library(name: "BreakevenReports", targets: ["Reporting", "Publishing", "RunRecord"]),
    .library(name: "BreakevenStore", targets: ["RunStore", "RunRecord"]),
    .library(name: "BreakevenTesting", targets: ["BreakevenTesting"]),
    .executable(name: "breakeven", targets: ["BreakevenCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: modules.flatMap { module -> [Target] in
    var targets: [Target] = [
      .target(
        name: module.name,
        dependencies: module.imports.map { .byName(name: $0) } + module.outside,
        resources: module.resources.isEmpty ? nil : module.resources)
    ]
    if module.tests {
      targets.append(
        .testTarget(
          name: module.name + "Tests",
          dependencies: ([module.name] + module.imports + module.testImports).map {
            .byName(name: $0)
          } + module.testOutside + (module.testsOnFolders ? ["TestSupport"] : [])
            + (module.testsOnRun ? ["TinyStudy"] : [])
            + (module.testsOnCases ? ["MethodCases"] : []),
          exclude: module.testExclude,
          resources: module.testResources.isEmpty ? nil : module.testResources))
    }
    return targets
  } + [
    .systemLibrary(
      name: "Zlib", path: "Libraries/Zlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // In C, for vector instructions that are chosen at run time.
    .target(name: "Kernels", exclude: ["Levels", "scalar.inc"]),
    .executableTarget(
      name: "BreakevenCLI",
      dependencies: [
        "Breakeven", "Threads", "Hashing", "RunRecord", "RunStore", "Findings", "Publishing",
        "Reporting", "Diagnostics", argumentParser,
      ]),
    .testTarget(
      name: "BreakevenCLITests",
      dependencies: [
        "BreakevenCLI", "Breakeven", "RunRecord", "RunStore", "Findings", "Publishing",
        "Reporting", "Diagnostics", "TestSupport", "TinyStudy", argumentParser,
      ],
      exclude: ["Snapshots"]),
    .testTarget(name: "ArchitectureTests"),
    // What tests of several modules share: this repository's files, and folders made for a test.
    .target(name: "TestSupport", path: "Tests/Support"),
    // The reference implementation of the outside view, with what it gives.
    .target(
      name: "MethodCases", dependencies: ["Facts", "Nowcast"], path: "Tests/MethodCases",
      exclude: ["Fixtures"]),
    // What the engine makes of a study of four companies.
    .target(
      name: "TinyStudy", dependencies: ["Breakeven", "RunRecord", "TestSupport"],
      path: "Tests/TinyStudy", exclude: ["Models"]),
    // For `make bench`; nobody who uses the package gets them.
    .executableTarget(
      name: "BreakevenBenchmarks",
      dependencies: [
        "Diagnostics", "Units", "Formulas", "Simulation", "Documents", "Evaluation", "Publishing",
        "Threads", argumentParser,
      ],
      path: "Benchmarks/BreakevenBenchmarks"),
  ],
)

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
