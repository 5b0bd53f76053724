package org.proteus.coordinator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Takes back what scripts did to the tables, so that they can be run on a database with rows. */
final class OlderSchema {

    private static final TreeMap<Integer, List<String>> BACK =
            new TreeMap<>(
                    Map.of(
                            4,
                            List.of("alter table element drop column partners"),
                            5,
                            List.of("drop table submission"),
                            6,
                            List.of("drop table duty"),
                            7,
                            List.of(
                                    "drop table removal",
                                    "drop index job_ended",
                                    "drop index content_job",
                                    "alter table content drop column job",
                                    "drop index secret_job",
                                    "alter table secret drop column job"),
                            8,
                            List.of(
                                    "drop index content_size",
                                    "alter table content drop column size"),
                            9,
                            List.of("drop table webhook"),
                            10,
                            List.of("alter table worker drop column suspended"),
                            11,
                            List.of("drop table use_hold", "drop table use_limit"),
                            12,
                            List.of(
                                    "delete from duty where name = 'LEFTOVERS'",
                                    "drop table leftover"),
                            13,
                            List.of(
                                    "delete from duty where name = 'POOLS'",
                                    "drop table installation",
                                    "drop table node")));

    private OlderSchema() {}

    /** Makes the tables as they were in a version; returns that version. */
    static int of(Handle handle, int version) {
        BACK.tailMap(version, false)
                .descendingMap()
                .values()
                .forEach(statements -> statements.forEach(handle::execute));
        handle.execute("update schema_version set version = " + version);
        return version;
    }
}
