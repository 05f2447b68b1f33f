using System.Text.RegularExpressions;

namespace Mainstay.Formats.Tests;

/// <summary>Over the collected real files, which are not part of the project.</summary>
public sealed partial class CorporaTests
{
    [Fact]
    public void Every_card_of_the_corpus_is_found()
    {
        foreach (var file in Files("vcard"))
        {
            var text = File.ReadAllText(file);
            var nested = file.EndsWith("v21_nest.vcf", StringComparison.Ordinal) ? 2 : 0;
            var cards = VCardReader.Read(File.OpenRead(file)).Where(result => result.Card is not null).ToList();
            Assert.Equal(Begin().Count(text) - nested, cards.Count);
            Assert.All(cards, result => Assert.True(result.Card!.Properties.Count > 0));
        }
    }

    [Fact]
    public void No_property_of_the_corpus_is_lost_in_a_round_trip()
    {
        foreach (var file in Files("vcard"))
            foreach (var result in VCardReader.Read(File.OpenRead(file)))
                if (result.Card is { } card)
                    Assert.Equal(Cards.Fingerprint(card), Cards.Fingerprint(Cards.Read(Cards.Bytes(card)).Single().Card!));
    }

    [Theory]
    [InlineData(VCardVersion.V30)]
    [InlineData(VCardVersion.V40)]
    public void Every_card_of_the_corpus_can_be_served(VCardVersion version)
    {
        foreach (var file in Files("vcard"))
            foreach (var result in VCardReader.Read(File.OpenRead(file)))
            {
                if (result.Card is not { } card) continue;
                var served = card.To(version);
                var again = Cards.Read(Cards.Bytes(served)).Single();
                Assert.Empty(again.Problems);
                Assert.Equal(Cards.Fingerprint(served), Cards.Fingerprint(again.Card!));
                Assert.Equal(Cards.Fingerprint(served), Cards.Fingerprint(again.Card!.To(version)));
                Assert.Equal(card.Properties.Count(property => property.Is("TEL")), served.Properties.Count(property => property.Is("TEL")));
                foreach (var (before, after) in card.All("NOTE").Zip(served.All("NOTE"))) Assert.Equal(before.Text, after.Text);
                foreach (var (before, after) in card.All("ADR").Zip(served.All("ADR"))) Assert.Equal(before.Components.Select(part => string.Join(',', part)), after.Components.Select(part => string.Join(',', part)));
                foreach (var (before, after) in card.All("PHOTO").Zip(served.All("PHOTO"))) Assert.Equal(before.Binary, after.Binary);
                foreach (var (before, after) in card.All("BDAY").Take(1).Zip(served.All("BDAY"))) Assert.Equal(before.Date, after.Date);
            }
    }

    [Fact]
    public void Every_card_of_the_corpus_survives_jcard()
    {
        foreach (var file in Files("vcard"))
            foreach (var result in VCardReader.Read(File.OpenRead(file)))
            {
                if (result.Card is not { } card) continue;
                var first = JCard.Read(JCard.Write(card)).Single();
                Assert.Empty(first.Problems);
                Assert.Equal(card.To(VCardVersion.V40).Properties.Count, first.Card!.Properties.Count);
                Assert.Equal(Cards.Fingerprint(first.Card), Cards.Fingerprint(JCard.Read(JCard.Write(first.Card)).Single().Card!));
            }
    }

    [Fact]
    public void Every_table_of_the_corpus_is_read()
    {
        foreach (var file in Files("csv").Where(file => file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var stream = File.OpenRead(file);
            using var table = CsvTable.Open(stream);
            var header = new CsvHeader(table.Head(20).First(row => row.Fields.Count > 3));
            Assert.NotEmpty(table.Rows(header).ToList());
            Assert.Null(table.Refusal);
            Assert.DoesNotContain(table.Problems, problem => problem.Kind != ProblemKind.Note);
        }
    }

    private static IEnumerable<string> Files(string kind)
    {
        var shared = Environment.GetEnvironmentVariable("MAINSTAY_SHARED");
        var folder = Path.Combine(shared ?? "", "corpora", kind);
        Assert.SkipUnless(shared is not null && Directory.Exists(folder), "MAINSTAY_SHARED does not name the folder with the corpora.");
        return Directory.EnumerateFiles(folder);
    }

    [GeneratedRegex("BEGIN:VCARD[ \\t]*\\r*\\n", RegexOptions.IgnoreCase)]
    private static partial Regex Begin();
}
