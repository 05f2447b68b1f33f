using FsCheck.Fluent;
using Mainstay.Algorithms.Text;

namespace Mainstay.Algorithms.Tests.Text;

public sealed class WordStemTests
{
    [Theory]
    [InlineData("strategy", "strategies")]
    [InlineData("price", "prices")]
    [InlineData("tax", "taxes")]
    [InlineData("business", "businesses")]
    [InlineData("pitch", "pitches")]
    [InlineData("api", "apis")]
    [InlineData("preis", "preise")]
    [InlineData("kunde", "kunden")]
    [InlineData("verhandlung", "verhandlungen")]
    [InlineData("anwalt", "anwalte")]
    [InlineData("strategie", "strategien")]
    public void One_and_several_are_the_same(string one, string several) => Assert.Equal(WordStem.Of(one), WordStem.Of(several));

    [Theory]
    [InlineData("business", "busy")]
    [InlineData("news", "newest")]
    [InlineData("see", "seed")]
    [InlineData("as", "a")]
    public void Different_words_stay_different(string one, string other) => Assert.NotEqual(WordStem.Of(one), WordStem.Of(other));

    [Fact]
    public void A_stem_is_not_longer_and_its_own_stem() => Laws.Hold(
        Gen.Choose('a', 'z').Select(c => (char)c).ArrayOf().Zip(Gen.Elements("", "s", "es", "ies", "en", "sses", "ens"), (letters, ending) => new string(letters) + ending), word =>
        {
            var stem = WordStem.Of(word);
            return stem.Length <= word.Length && WordStem.Of(stem) == stem && (word.Length == 0 || stem.Length > 0);
        });
}
