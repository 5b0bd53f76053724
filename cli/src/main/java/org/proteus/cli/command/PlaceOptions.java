package org.proteus.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.proteus.cli.output.Printer;
import org.proteus.data.Places;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Place;
import picocli.CommandLine.Option;

/** Source and sink of a request, with the credentials that they need. */
final class PlaceOptions {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "SOURCE",
            description = "File, folder or URI (file, ftp, sftp, http, https).")
    private String from;

    @Option(
            names = "--into",
            required = true,
            paramLabel = "SINK",
            description = "Folder or URI (file, ftp, sftp).")
    private String into;

    @Option(names = "--from-user", paramLabel = "NAME", description = "User at the source.")
    private String fromUser;

    @Option(
            names = "--from-password-file",
            paramLabel = "FILE",
            description = "File that holds the password for the source.")
    private Path fromPassword;

    @Option(names = "--into-user", paramLabel = "NAME", description = "User at the sink.")
    private String intoUser;

    @Option(
            names = "--into-password-file",
            paramLabel = "FILE",
            description = "File that holds the password for the sink.")
    private Path intoPassword;

    Place source(Printer printer) {
        return place(from, "--from", fromUser, fromPassword, printer);
    }

    Place sink(Printer printer) {
        return place(into, "--into", intoUser, intoPassword, printer);
    }

    private static Place place(
            String text, String option, String user, Path passwordFile, Printer printer) {
        Places.Written written = Places.written(text, Path.of(""));
        if (written.passwordInUri()) {
            printer.remark("note: " + Places.BETTER_FORM);
            printer.remark("  -> " + option + "-user NAME " + option + "-password-file FILE");
        }
        Place place = written.place();
        return new Place(place.uri(), credentials(place.credentials(), option, user, passwordFile));
    }

    /** What an option says wins over what stands in the URI. */
    private static Optional<Credentials> credentials(
            Optional<Credentials> inUri, String option, String user, Path passwordFile) {
        if (user == null && passwordFile == null) {
            return inUri;
        }
        String name = user == null ? inUri.map(Credentials::user).orElse("") : user;
        if (name.isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    option + "-password-file is given, but no user",
                    "add " + option + "-user NAME");
        }
        return Optional.of(new Credentials(name, password(passwordFile)));
    }

    private static String password(Path file) {
        return file == null ? "" : SecretFile.read("password", file);
    }
}
