package org.proteus.foundation.testkit;

import java.util.Map;

/** What the absence of something that a test needs means. */
enum Absence {
    /** On a developer's machine: the test is skipped and says what it needs. */
    SKIPS,
    /** In continuous integration: a skipped test would hide itself, so it fails. */
    FAILS;

    static Absence here() {
        return in(System.getenv());
    }

    static Absence in(Map<String, String> environment) {
        return Boolean.parseBoolean(environment.get("CI")) ? FAILS : SKIPS;
    }
}
