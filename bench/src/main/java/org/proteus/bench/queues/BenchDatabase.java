package org.proteus.bench.queues;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One real PostgreSQL whose commits reach the disk; whoever asks gets an empty database. */
public final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private int databases;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it with the settings that it ships with; the embedding would make it forgetful. */
    public static BenchDatabase start() throws IOException, SQLException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
        BenchDatabase database = new BenchDatabase(server);
        database.requireOn("fsync");
        database.requireOn("synchronous_commit");
        return database;
    }

    private void requireOn(String setting) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (!row.getString(1).equals("on")) {
                throw new IllegalStateException(setting + " is " + row.getString(1));
            }
        }
    }

    /** Returns the version of the server. */
    public String version() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** Creates an empty database; returns its JDBC URL. */
    public String fresh() throws SQLException {
        String name = "bench" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            // What the run before left to be written is not paid by the next one.
            statement.execute("checkpoint");
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Opens connections for a system that does not bring its own. */
    static HikariDataSource connections(String database, int most) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database);
        config.setMaximumPoolSize(most);
        return new HikariDataSource(config);
    }

    /** Returns the number that a query finds. */
    public static long number(String database, String query) throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
