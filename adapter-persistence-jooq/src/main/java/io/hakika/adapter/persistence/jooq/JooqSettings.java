package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_SETTING;
import static org.jooq.impl.DSL.insertInto;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What all instances over one database must agree on, such as a secret made at first start. */
public final class JooqSettings {

  private final Database database;

  public JooqSettings(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * The setting of that name; where there is none, {@code maker} makes it. However many ask at
   * once, the first writer wins and all get the same.
   */
  public String orMake(String name, Supplier<String> maker) {
    var setting = find(name).orElseGet(() -> make(name, maker.get()));
    database.awaitDurable();
    return setting;
  }

  private String make(String name, String made) {
    try {
      database.write(
          tx ->
              tx.sql()
                  .execute(
                      insertInto(HK_SETTING)
                          .set(HK_SETTING.NAME, name)
                          .set(HK_SETTING.CONTENT, made)));
      return made;
    } catch (DatabaseFault fault) {
      if (!fault.isUniqueViolation()) {
        throw fault;
      }
      return find(name).orElseThrow(() -> fault);
    }
  }

  private Optional<String> find(String name) {
    return database.read(
        sql ->
            sql.select(HK_SETTING.CONTENT)
                .from(HK_SETTING)
                .where(HK_SETTING.NAME.eq(name))
                .fetchOptional(HK_SETTING.CONTENT));
  }
}
