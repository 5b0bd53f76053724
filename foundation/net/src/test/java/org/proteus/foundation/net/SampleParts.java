package org.proteus.foundation.net;

import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkSize;

/** What several sample records have in common. */
final class SampleParts {

    static final TaskKey KEY = new TaskKey("job/7/0", 3);
    static final ContentType TIFF = ContentType.of("image", "tiff");
    static final ContentType PNG = ContentType.parse("image/png; width=640");
    static final UnitId UNIT = new UnitId("imagemagick", "to-png");
    static final Problem PROBLEM =
            new Problem(ErrorCode.PROGRAM_FAILED, "it \"ended\"\n with 1", "look at it");
    static final WorkSize SIZE = new WorkSize(1500, "ms");
    static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    static final Optional<Credentials> CREDENTIALS = Optional.of(new Credentials("user", "word"));

    private SampleParts() {}
}
