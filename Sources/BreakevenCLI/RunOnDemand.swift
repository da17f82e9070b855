import Publishing
import Reporting
import RunRecord
import RunStore

/// A run that a command asked for, and how it stands with the store.
struct RunOnDemand: Sendable {
  var run: RunRecord
  /// A hash of everything that the run depends on; nil where it can't be told.
  var identity: String?
  /// True if it was taken from the store.
  var isStored: Bool
  /// The language in which it is said what becomes of it.
  var language = Language.english
  /// The files that it was made from, read when it is stored.
  var files: @Sendable () throws -> [ModelText] = { [] }

  /// The run with this identity, if the store has it.
  ///
  /// A store that isn't there, or can't be read, has none; whoever writes to it says what is wrong.
  static func stored(
    _ identity: String, _ language: Language, _ global: GlobalOptions
  ) -> RunOnDemand? {
    let now = Surroundings.current.now()
    let store = try? global.openStore(mustExist: true)
    guard let run = try? store?.run(identity: identity, usedAt: now) else { return nil }
    Messages(global).say(StoreMessages.taken(run.run.id, from: global.store, language))
    return RunOnDemand(run: run, identity: identity, isStored: true, language: language)
  }

  /// Stores the run unless it is stored already.
  ///
  /// - Throws: `RunStoreError`.
  func save(_ global: GlobalOptions) throws {
    guard !isStored else { return }
    try RunStore(path: global.store).save(
      run, createdAt: Surroundings.current.now(), identity: identity, files: files())
    Messages(global).say(StoreMessages.stored(run.run.id, in: global.store, language))
  }

  /// Stores the run where it can be found again, so that the same question is answered at once next
  /// time; that it can't be stored keeps nobody from the answer.
  func keep(_ global: GlobalOptions) {
    guard !isStored, let identity else { return }
    do {
      try RunStore(path: global.store).save(
        run, createdAt: Surroundings.current.now(), identity: identity, files: files())
      Messages(global).say(verbose: StoreMessages.stored(run.run.id, in: global.store, language))
    } catch {
      Messages(global).say(verbose: StoreMessages.notStored("\(error)", language))
    }
  }
}
