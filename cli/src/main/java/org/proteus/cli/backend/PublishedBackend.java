package org.proteus.cli.backend;

import java.util.List;
import org.proteus.foundation.model.Bytes;
import org.proteus.graph.publish.Expected;
import org.proteus.graph.publish.ProgramVersion;

/** Where programs are published: a server, or the site's folder of this machine. */
public interface PublishedBackend extends AutoCloseable {

    /** Publishes a document of the program of that id. */
    ProgramVersion publish(String id, Bytes document, Expected expected);

    /** Withdraws a program. */
    void withdraw(String id, Expected expected);

    /** Returns every version of a program, the first published first. */
    List<ProgramVersion> versions(String id);

    /** Returns a document as it was published. */
    byte[] document(String id, String version);

    @Override
    void close();
}
