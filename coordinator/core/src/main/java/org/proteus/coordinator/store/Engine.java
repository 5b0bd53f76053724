package org.proteus.coordinator.store;

import javax.sql.DataSource;

/** What differs between the databases. */
interface Engine extends AutoCloseable {

    /** Returns where connections come from. */
    DataSource dataSource();

    /** Whether only this process can reach the database. */
    boolean exclusive();

    /** Returns when everything committed so far has reached the disk. */
    void makeDurable();

    /** Keeps other coordinators from creating the schema at the same time. */
    void lockSchema(java.sql.Connection connection) throws java.sql.SQLException;

    @Override
    void close();
}
