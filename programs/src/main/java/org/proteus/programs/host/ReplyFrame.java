package org.proteus.programs.host;

import static org.proteus.programs.host.HostFrames.readText;
import static org.proteus.programs.host.HostFrames.writeText;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.programs.host.HostReply.Done;
import org.proteus.programs.host.HostReply.Failed;
import org.proteus.programs.host.HostReply.Gone;
import org.proteus.programs.host.HostReply.Progress;

/** A {@link HostReply} as a frame. */
final class ReplyFrame {

    private static final byte PROGRESS = 'p';
    private static final byte DONE = 'd';
    private static final byte FAILED = 'f';

    private ReplyFrame() {}

    static void write(DataOutputStream out, HostReply reply) throws IOException {
        switch (reply) {
            case Progress(long done, long total, String measure) -> {
                out.writeByte(PROGRESS);
                out.writeLong(done);
                out.writeLong(total);
                writeText(out, measure);
            }
            case Done() -> out.writeByte(DONE);
            case Failed(Problem problem) -> {
                out.writeByte(FAILED);
                writeText(out, problem.code().name());
                writeText(out, problem.message());
                writeText(out, problem.action());
            }
            case Gone() -> throw new StreamCorruptedException("nobody says that he is gone");
        }
    }

    static HostReply read(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case PROGRESS -> new Progress(in.readLong(), in.readLong(), readText(in));
            case DONE -> new Done();
            case FAILED -> new Failed(problem(readText(in), readText(in), readText(in)));
            default -> throw new StreamCorruptedException("reply " + kind);
        };
    }

    private static Problem problem(String code, String message, String action)
            throws StreamCorruptedException {
        try {
            return new Problem(ErrorCode.valueOf(code), message, action);
        } catch (IllegalArgumentException e) {
            throw new StreamCorruptedException("error code " + code);
        }
    }
}
