package org.proteus.programs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNameTest {

    @ParameterizedTest
    @CsvSource({
        "letter.txt, letter.txt",
        "../../etc/passwd, passwd",
        "C:\\windows\\evil.exe, evil.exe",
        "/, object",
        "'', object",
        ".., object",
        "..., object",
        "'a b.txt', 'a b.txt'",
        "Ελληνικά.pdf, Ελληνικά.pdf",
    })
    void keepsTheLastPart(String name, String entry) {
        assertThat(EntryName.of(name)).isEqualTo(entry);
    }

    @Test
    void replacesWhatNoNameShouldHold() {
        assertThat(EntryName.of("a\nb\u0000c\u202Egpj.exe")).isEqualTo("a_b_c_gpj.exe");
        assertThat(EntryName.of("what?*\"<>|:.txt")).isEqualTo("what_______.txt");
        assertThat(EntryName.of("half\uD800.txt")).isEqualTo("half_.txt");
    }

    @Test
    void cutsAtAWholeCharacter() {
        String entry = EntryName.of("😀".repeat(300));

        assertThat(entry.codePointCount(0, entry.length())).isEqualTo(200);
        assertThat(new ZipEntry(entry).getName()).isEqualTo(entry);
    }
}
