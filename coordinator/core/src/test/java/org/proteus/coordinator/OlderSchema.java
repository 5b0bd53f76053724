package org.proteus.coordinator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Takes back what scripts did to the tables, so that they can be run on a database with rows. */
final class OlderSchema {

    private static final TreeMap<Integer, List<String>> BACK =
            new TreeMap<>(
                    Map.ofEntries(
                            back(4, "alter table element drop column partners"),
                            back(5, "drop table submission"),
                            back(6, "drop table duty"),
                            back(
                                    7,
                                    "drop table removal",
                                    "drop index job_ended",
                                    "drop index content_job",
                                    "alter table content drop column job",
                                    "drop index secret_job",
                                    "alter table secret drop column job"),
                            back(
                                    8,
                                    "drop index content_size",
                                    "alter table content drop column size"),
                            back(9, "drop table webhook"),
                            back(10, "alter table worker drop column suspended"),
                            back(11, "drop table use_hold", "drop table use_limit"),
                            back(
                                    12,
                                    "delete from duty where name = 'LEFTOVERS'",
                                    "drop table leftover"),
                            back(
                                    13,
                                    "delete from duty where name = 'POOLS'",
                                    "drop table installation",
                                    "drop table node"),
                            back(14, "drop table scaling_point"),
                            back(
                                    15,
                                    "alter table element drop column work",
                                    "alter table element drop column work_measure"),
                            back(16, "alter table worker drop column idle_slots"),
                            back(17, "alter table node drop column boot_failure")));

    private OlderSchema() {}

    private static Map.Entry<Integer, List<String>> back(int script, String... statements) {
        return Map.entry(script, List.of(statements));
    }

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
