package org.proteus.bench.queues;

import java.io.IOException;
import java.util.List;

/** What Celery needs on this machine. */
public final class CeleryPackages {

    /** Debian's, for which the packages are, not another one on the path. */
    public static final String PYTHON = "/usr/bin/python3";

    private static final String INSTALL =
            "apt-get install --no-install-recommends rabbitmq-server python3-celery"
                    + " python3-sqlalchemy python3-psycopg2";

    private static final List<String> MODULES = List.of("celery", "sqlalchemy", "psycopg2");

    private CeleryPackages() {}

    /** Returns how to install what is missing; empty when nothing is. */
    public static String missing() throws IOException, InterruptedException {
        String imports = "import " + String.join(", ", MODULES);
        boolean modules =
                new ProcessBuilder(PYTHON, "-c", imports)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        return modules && RabbitMqNode.isInstalled() ? "" : INSTALL;
    }
}
