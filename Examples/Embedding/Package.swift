// swift-tools-version: 6.2
import PackageDescription

// A package outside Breakeven that evaluates, stores the run and writes a report, by public API
// alone. In your own package, the dependency is the repository's address instead of `path:`.
let package = Package(
  name: "embedding-example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "breakeven", path: "../..")],
  targets: [
    .executableTarget(
      name: "embedding",
      dependencies: [
        .product(name: "Breakeven", package: "breakeven"),
        .product(name: "BreakevenReports", package: "breakeven"),
        .product(name: "BreakevenStore", package: "breakeven"),
      ])
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
