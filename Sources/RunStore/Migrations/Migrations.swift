import GRDB

/// The steps by which a store of any earlier version becomes one of this version, in order.
///
/// A step that was released is never edited: a change of the schema is a new step.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001", migrate: Migration001.migrate)
    migrator.registerMigration("002", migrate: Migration002.migrate)
    migrator.registerMigration("003", migrate: Migration003.migrate)
    migrator.registerMigration("004", migrate: Migration004.migrate)
    migrator.registerMigration("005", migrate: Migration005.migrate)
    migrator.registerMigration("006", migrate: Migration006.migrate)
    migrator.registerMigration("007", migrate: Migration007.migrate)
    migrator.registerMigration("008", migrate: Migration008.migrate)
    migrator.registerMigration("009", migrate: Migration009.migrate)
    migrator.registerMigration("010", migrate: Migration010.migrate)
    return migrator
  }
}
