package org.proteus.programs.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.UnmappableCharacterException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Availability;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;

/** Writes a text in another character set, or not at all if a character has no place in it. */
public final class Recode implements HostedProgram {

    private static final String CHARSET = "charset";

    @Override
    public Availability availability() {
        return Availability.runnable("java.nio.charset " + Runtime.version().feature());
    }

    @Override
    public void transform(Invocation invocation, ProgressListener progress) throws Exception {
        Charset target = target(invocation);
        Charset source = source(invocation.input());
        try (Reader reader = reader(invocation.input(), source);
                Writer writer =
                        new OutputStreamWriter(
                                Files.newOutputStream(invocation.output()),
                                target.newEncoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            reader.transferTo(writer);
        } catch (UnmappableCharacterException e) {
            throw broken(
                    "the text holds a character that %s has no place for".formatted(target), e);
        } catch (MalformedInputException e) {
            throw broken("the text is not written in %s".formatted(source), e);
        }
    }

    private static Reader reader(Invocation.Input input, Charset charset) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(input.file()),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static Charset target(Invocation invocation) {
        String name = invocation.target().parameters().getOrDefault(CHARSET, "");
        return known(name)
                .filter(Charset::canEncode)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "option 'charset' must be the name of a character set, found '"
                                        + name.substring(0, Math.min(40, name.length()))
                                        + "'",
                                "give for example UTF-8, ISO-8859-7 or windows-1252"));
    }

    /** Returns the set that the type states, or the one that the bytes look like. */
    private static Charset source(Invocation.Input input) throws IOException, TikaException {
        Optional<Charset> stated =
                Optional.ofNullable(input.type().parameters().get(CHARSET)).flatMap(Recode::known);
        if (stated.isPresent()) {
            return stated.get();
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(input.file()));
                AutoDetectReader detecting = new AutoDetectReader(bytes)) {
            return detecting.getCharset();
        }
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static ProteusException broken(String reason, CharacterCodingException cause) {
        return new ProteusException(
                new Problem(ErrorCode.BROKEN_OBJECT, reason, "ask for UTF-8, which has them all"),
                cause);
    }
}
