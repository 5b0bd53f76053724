package org.proteus.cli.command;

import java.net.URI;
import java.util.Optional;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.backend.OwnAnswers;
import org.proteus.cli.remote.RemoteBackend;

/** Chooses what a command works with. */
final class Backends {

    private Backends() {}

    /** Returns who answers questions on types and programs: the server, or this machine alone. */
    static Answers answers(Optional<URI> server) {
        return server.isPresent() ? RemoteBackend.of(server.get()) : OwnAnswers.load();
    }
}
