// swift-tools-version: 6.2
import PackageDescription

// A package outside Breakeven that adds a revenue path in Swift and evaluates companies on it.
// In your own package, the dependency is the repository's address instead of `path:`.
let package = Package(
  name: "ad-timing-example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "breakeven", path: "../..")],
  targets: [
    .target(name: "AdTiming", dependencies: [.product(name: "Breakeven", package: "breakeven")]),
    .executableTarget(
      name: "ad-timing",
      dependencies: ["AdTiming", .product(name: "Breakeven", package: "breakeven")]),
    .testTarget(
      name: "AdTimingTests",
      dependencies: [
        "AdTiming", .product(name: "Breakeven", package: "breakeven"),
        .product(name: "BreakevenReports", package: "breakeven"),
        .product(name: "BreakevenStore", package: "breakeven"),
        .product(name: "BreakevenTesting", package: "breakeven"),
      ]),
  ]
)

for target in package.targets {
  target.swiftSettings = [
    .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
