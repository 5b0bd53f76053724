package org.proteus.coordinator.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.proteus.data.NameRules;

class ResultNamesTest {

    private static final NameRules WINDOWS = new NameRules(60, true, "<>:\"|?*\\");

    private final ResultNames png = new ResultNames(NameRules.UNIX, "png");

    @Example
    void replacesTheExtensionAndKeepsTheFolders() {
        assertThat(png.name("scans/2026/a.tiff", 0)).isEqualTo("scans/2026/a.png");
        assertThat(png.name("a.tiff", 1)).isEqualTo("a.tiff.png");
        assertThat(png.name("a.tiff", 2)).isEqualTo("a.tiff (2).png");
        assertThat(png.name("no extension", 0)).isEqualTo("no extension.png");
        assertThat(png.name("v1.2 draft", 0)).isEqualTo("v1.2 draft.png");
        assertThat(png.name(".hidden", 0)).isEqualTo(".hidden.png");
        assertThat(png.name("日本語.tif", 0)).isEqualTo("日本語.png");
    }

    @Example
    void makesHostileNamesHarmless() {
        assertThat(png.name("../../etc/passwd", 0)).isEqualTo("__/__/etc/passwd.png");
        assertThat(png.name("/etc//shadow", 0)).isEqualTo("etc/shadow.png");
        assertThat(png.name("a\nb\u0000c\u001b[31m.txt", 0)).isEqualTo("a_b_c_[31m.png");
        assertThat(png.name("", 0)).isEqualTo("unnamed.png");
        assertThat(png.name(".", 0)).isEqualTo("_.png");
        assertThat(png.name("..", 1)).isEqualTo("__.png");
        assertThat(png.name(".Proteus-x-1-1", 0)).isEqualTo("_Proteus-x-1-1.png");
        assertThat(new ResultNames(WINDOWS, "png").name("a:b\\c?.txt", 0)).isEqualTo("a_b_c_.png");
    }

    @Example
    void cutsLongNamesBeforeTheExtensionAndTellsThemApart() {
        String one = png.name("ä".repeat(200) + "1.tiff", 0);
        String two = png.name("ä".repeat(200) + "2.tiff", 0);

        assertThat(one).endsWith(".png").isNotEqualTo(two);
        assertThat(bytes(one)).isLessThanOrEqualTo(255);
    }

    @Property
    void neverLeavesTheSink(@ForAll @StringLength(max = 400) String hostile) {
        for (ResultNames names : List.of(png, new ResultNames(WINDOWS, "png"))) {
            String name = names.name(hostile, 0);
            Path root = Path.of("/sink");
            assertThat(root.resolve(name).normalize()).startsWithRaw(root).isNotEqualTo(root);
            assertThat(name).doesNotContainPattern("\\p{Cntrl}").doesNotStartWith("/");
            for (String segment : name.split("/", -1)) {
                assertThat(segment).isNotEmpty().isNotEqualTo(".").isNotEqualTo("..");
                assertThat(bytes(segment)).isLessThanOrEqualTo(255);
                assertThat(segment.toLowerCase(java.util.Locale.ROOT))
                        .doesNotStartWith(".proteus-");
            }
        }
    }

    @Property
    void claimsEachNameOnce(@ForAll @Size(max = 40) List<@StringLength(max = 3) String> objects) {
        NameClaims claims = new NameClaims(new ResultNames(WINDOWS, "png"));
        Set<String> stored = new HashSet<>();
        for (List<String> batch : List.of(objects, objects)) {
            List<NameClaims.Claim> names =
                    claims.claim(
                            batch,
                            keys -> {
                                Set<String> known = new HashSet<>(keys);
                                known.retainAll(stored);
                                return known;
                            });
            names.forEach(claim -> assertThat(stored.add(claim.key())).isTrue());
        }
        assertThat(stored).hasSize(2 * objects.size());
    }

    @Example
    void namesNamesakesInListingOrder() {
        NameClaims claims = new NameClaims(new ResultNames(NameRules.UNIX, "png"));

        assertThat(claims.claim(List.of("a.tif", "a.gif", "a.gif", "a.gif"), keys -> Set.of()))
                .extracting(NameClaims.Claim::name)
                .containsExactly("a.png", "a.gif.png", "a.gif (2).png", "a.gif (3).png");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
