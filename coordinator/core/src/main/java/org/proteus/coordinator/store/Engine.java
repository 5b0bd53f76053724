package org.proteus.coordinator.store;

import java.util.function.Function;
import javax.sql.DataSource;

/** What differs between the databases. */
interface Engine extends AutoCloseable {

    /** Returns where connections come from. */
    DataSource dataSource();

    /** Whether only this process can reach the database. */
    boolean exclusive();

    /** Returns when everything committed so far has reached the disk. */
    void makeDurable();

    /**
     * Runs claims of tasks, so that two never get the same; by rows that are skipped while another
     * has locked them, or one claim after the other.
     */
    <T> T claim(Function<String, T> work);

    /** Keeps other coordinators from creating the schema at the same time. */
    void lockSchema(java.sql.Connection connection) throws java.sql.SQLException;

    @Override
    void close();
}
