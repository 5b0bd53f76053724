package org.proteus.data.vfs;

import java.io.IOException;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Says in words what an FTP server answered. */
final class FtpReplies {

    private FtpReplies() {}

    /** Returns the server's last words as one line. */
    static String reason(FTPClient client) {
        String reply = client.getReplyString();
        return reply == null
                ? "no answer"
                : "the server says " + reply.strip().replaceAll("\\s+", " ");
    }

    /**
     * Returns the refusal.
     *
     * @throws IOException if the reply is about the connection, which may work another time
     */
    static RefusedException refused(FTPClient client, String what) throws IOException {
        String message = what + ": " + reason(client);
        return switch (client.getReplyCode()) {
            case FTPReply.SERVICE_NOT_AVAILABLE,
                    FTPReply.CANNOT_OPEN_DATA_CONNECTION,
                    FTPReply.TRANSFER_ABORTED ->
                    throw new IOException(message);
            case FTPReply.INSUFFICIENT_STORAGE, FTPReply.STORAGE_ALLOCATION_EXCEEDED ->
                    throw new ProteusException(
                            ErrorCode.DISK_FULL, message, "make room there, then retry the job");
            case FTPReply.NOT_LOGGED_IN, FTPReply.NEED_ACCOUNT_FOR_STORING_FILES ->
                    throw new ProteusException(
                            ErrorCode.UNAUTHORIZED, message, "give a user who may do that");
            default -> new RefusedException(message);
        };
    }

    /** Returns the failure of a transfer. */
    static IOException failure(FTPClient client, String what) {
        try {
            return refused(client, what);
        } catch (IOException e) {
            return e;
        }
    }
}
