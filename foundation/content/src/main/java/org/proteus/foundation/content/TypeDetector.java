package org.proteus.foundation.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.microsoft.ooxml.OPCPackageDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.detect.zip.IPADetector;
import org.apache.tika.detect.zip.JarDetector;
import org.apache.tika.detect.zip.KMZDetector;
import org.apache.tika.detect.zip.OpenDocumentDetector;
import org.apache.tika.detect.zip.StarOfficeDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the content type of a file on its bytes. The name only decides between what the bytes leave
 * open (a table or plain text?); it never overrules them. Nothing is parsed beyond what tells one
 * container from another, and no parameter is invented. Thread-safe.
 */
public final class TypeDetector {

    private static final Logger LOG = LoggerFactory.getLogger(TypeDetector.class);
    private static final MediaType ZIP = MediaType.application("zip");
    private static final MediaType OLE = MediaType.application("x-tika-msoffice");

    /** How the subtypes begin that the detectors below recognise in a whole zip file. */
    private static final List<String> SEEN_IN_ZIP =
            List.of(
                    "vnd.openxmlformats-officedocument",
                    "vnd.ms-",
                    "vnd.oasis.opendocument",
                    "vnd.sun.xml",
                    "epub+zip",
                    "java-archive");

    /** Loaded when the first zip file is met. */
    private static final class Zip {
        private static final Detector DETECTOR =
                new DefaultZipContainerDetector(
                        List.of(
                                new OPCPackageDetector(),
                                new OpenDocumentDetector(),
                                new StarOfficeDetector(),
                                new JarDetector(),
                                new KMZDetector(),
                                new IPADetector()));
    }

    /** Loaded when the first OLE 2 file is met. */
    private static final class Ole {
        private static final Detector DETECTOR = new POIFSContainerDetector();
    }

    /**
     * Returns the content type of a file, without parameters; {@link ContentType#OCTET_STREAM} when
     * nothing is recognised.
     *
     * @param file the file to read; its own name is not looked at
     * @param name the object's name; may be empty
     * @throws ProteusException with {@code BROKEN_OBJECT} if the file is empty
     * @throws IOException if the file cannot be read
     */
    public ContentType detect(Path file, String name) throws IOException {
        if (Files.size(file) == 0) {
            throw new ProteusException(
                    ErrorCode.BROKEN_OBJECT,
                    "the object is empty (0 bytes), so it has no content type",
                    "look at where it came from");
        }
        MediaType type;
        try (InputStream in = TikaInputStream.get(file)) {
            type = byMagic(in, name);
        }
        if (isKindOf(type, ZIP)) {
            type = byContainer(file, type, Zip.DETECTOR);
        } else if (isKindOf(type, OLE)) {
            type = byContainer(file, type, Ole.DETECTOR);
        }
        return TypeHierarchy.canonical(MediaTypes.fromTika(type));
    }

    /**
     * Returns the content type of what is held in memory, as {@link #detect(Path, String)} does;
     * absent for a container, which only a file lets look into.
     *
     * @param content the content; not empty
     * @param name the object's name; may be empty
     */
    public Optional<ContentType> detect(Bytes content, String name) {
        try (InputStream in = content.open()) {
            MediaType type = byMagic(in, name);
            return isKindOf(type, ZIP) || isKindOf(type, OLE)
                    ? Optional.empty()
                    : Optional.of(TypeHierarchy.canonical(MediaTypes.fromTika(type)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static MediaType byMagic(InputStream content, String name) throws IOException {
        Metadata metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        return MediaTypes.table().detect(content, metadata);
    }

    /** Looks into a container; a broken one keeps the type that its first bytes (and name) gave. */
    private static MediaType byContainer(Path file, MediaType known, Detector detector)
            throws IOException {
        try (InputStream in = TikaInputStream.get(file)) {
            MediaType found = detector.detect(in, new Metadata());
            if (found.equals(MediaType.OCTET_STREAM)) {
                return known;
            }
            return isKindOf(known, found) && !isDisproved(known, found, file) ? known : found;
        } catch (RuntimeException e) {
            LOG.debug("container of type {} cannot be opened", known, e);
            return known;
        }
    }

    /** Whether a type taken from the name would have been seen in the bytes, were it true. */
    private static boolean isDisproved(MediaType named, MediaType found, Path file) {
        return found.equals(ZIP)
                && SEEN_IN_ZIP.stream().anyMatch(named.getSubtype()::startsWith)
                && isWhole(file);
    }

    private static boolean isWhole(Path zip) {
        try (ZipFile whole = new ZipFile(zip.toFile())) {
            return whole.size() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isKindOf(MediaType type, MediaType parent) {
        return MediaTypes.registry().isInstanceOf(type, parent);
    }
}
