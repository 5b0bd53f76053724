package org.proteus.coordinator.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Brings the tables to the version this program needs: {@code schema-N.sql} leads from version N-1
 * to N. A script that was released is never changed. A number may be left out: what was meant for
 * it never came to be.
 */
final class Schema {

    private static final int NEWEST = 17;

    private Schema() {}

    static void bringUpToDate(Engine engine) {
        try (Connection connection = engine.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            engine.lockSchema(connection);
            int version = version(connection);
            if (version > NEWEST) {
                throw tooNew(version);
            }
            for (int next = version + 1; next <= NEWEST; next++) {
                run(connection, script(next));
                run(connection, "update schema_version set version = " + next);
            }
            connection.commit();
        } catch (SQLException failure) {
            throw Database.unavailable(failure);
        }
    }

    private static int version(Connection connection) throws SQLException {
        run(connection, "create table if not exists schema_version (version integer not null)");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version from schema_version")) {
            if (rows.next()) {
                return rows.getInt(1);
            }
        }
        run(connection, "insert into schema_version values (0)");
        return 0;
    }

    private static ProteusException tooNew(int version) {
        return new ProteusException(
                ErrorCode.CONFLICT,
                "the state was written by a newer Proteus (schema "
                        + version
                        + ", this one knows "
                        + NEWEST
                        + ")",
                "use that newer Proteus, or another data folder");
    }

    private static void run(Connection connection, String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String script(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("schema-" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
