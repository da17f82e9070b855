import Breakeven
import Foundation
import Reporting
import RunRecord
import RunStore

// Evaluates two companies, stores the run, reads it back and writes its report:
// `embedding [MODELS] [FOLDER]`, from the repository's folder.
let arguments = CommandLine.arguments.dropFirst()
let models = arguments.first ?? "Models"
let folder = URL(
  filePath: arguments.dropFirst().first ?? NSTemporaryDirectory() + "breakeven-embedding")

do {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

  // Evaluate. The same request on the same models gives the same run.
  let workspace = Workspace(models: [models])
  let run = try workspace.evaluate(
    EvaluationRequest(companies: ["cloudwalk", "sensetime"], draws: 1024))

  // Store it, and find it again by its id.
  let store = try RunStore(path: folder.appending(path: "runs.sqlite").path)
  try store.save(run, createdAt: Date.now.ISO8601Format())
  let stored = try store.run(id: run.run.id)
  guard stored == run else { throw CocoaError(.fileReadCorruptFile) }

  // Write its report, in a language of choice.
  let files = reportFiles(
    for: stored, options: ReportOptions(language: .traditionalChinese, format: .html))
  for file in files {
    let place = folder.appending(path: "report").appending(path: file.path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.content.utf8).write(to: place)
  }

  // Say what it means, as `breakeven explain` and `breakeven compare` do.
  let notes = RunNotes(on: stored, form: .terminal(width: 80))
  print(notes.explanation(of: "cloudwalk") ?? "the run lacks cloudwalk")
  print(notes.comparison(of: ["cloudwalk", "sensetime"]))
  print("\(files.count) files and runs.sqlite are in \(folder.path)")
} catch {
  print(error)
  exit(1)
}
