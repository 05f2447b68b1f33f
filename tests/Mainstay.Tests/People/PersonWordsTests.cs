using System.Globalization;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PersonWordsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), German = CultureInfo.GetCultureInfo("de");

    [Theory]
    [InlineData("colleague", "colleague", "Kollegin oder Kollege")]
    [InlineData("peer", "peer", "Gleichgesinnte")]
    [InlineData("family", "family", "Familie")]
    [InlineData("Kollege", "Kollege", "Kollege")]
    [InlineData("Colleague", "Colleague", "Colleague")]
    [InlineData("choir mate", "choir mate", "choir mate")]
    public void A_known_role_is_read_in_the_readers_language_and_any_other_as_it_was_written(string kept, string english, string german) =>
        Assert.Equal((english, german), (PersonWords.Role(kept).InWords(English), PersonWords.Role(kept).InWords(German)));

    [Theory]
    [InlineData("work", "work", "Arbeit")]
    [InlineData("mobile", "mobile", "mobil")]
    [InlineData("work fax", "work fax", "Arbeit Fax")]
    [InlineData("work Lisbon", "work Lisbon", "work Lisbon")]
    [InlineData("Signal", "Signal", "Signal")]
    public void So_is_what_a_mail_or_an_address_is_called(string kept, string english, string german) =>
        Assert.Equal((english, german), (PersonWords.Label(kept).InWords(English), PersonWords.Label(kept).InWords(German)));

    [Theory]
    [InlineData("de", "gleichgesinnte", "peer")]
    [InlineData("de", "Kollegin oder Kollege", "colleague")]
    [InlineData("de", "Kollegin", "Kollegin")]
    [InlineData("de", "Mentor", "Mentor")]
    [InlineData("de", "peer", "peer")]
    [InlineData("de", "Coach", "coach")]
    [InlineData("de", "COACH", "COACH")]
    [InlineData("en", "Mentor", "Mentor")]
    [InlineData("en", "Gleichgesinnte", "Gleichgesinnte")]
    public void A_role_typed_in_the_readers_language_is_kept_as_the_known_one(string language, string typed, string kept) =>
        Assert.Equal(kept, In(language, () => PersonWords.KeptRole(typed)));

    [Theory]
    [InlineData("de", "Arbeit", "work")]
    [InlineData("de", "privat Fax", "home fax")]
    [InlineData("de", "Arbeit Lissabon", "Arbeit Lissabon")]
    [InlineData("en", "Work", "Work")]
    [InlineData("de", null, null)]
    public void And_so_is_a_label(string language, string? typed, string? kept) => Assert.Equal(kept, In(language, () => PersonWords.KeptLabel(typed)));

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void Every_known_word_comes_back_as_it_was_kept(string language)
    {
        Assert.All(PersonWords.Roles.Select(Word), w => Assert.Equal(w, In(language, () => PersonWords.KeptRole(PersonWords.Role(w).InWords()))));
        Assert.All(PersonWords.Phones.Select(Word), w => Assert.Equal(w, In(language, () => PersonWords.KeptLabel(PersonWords.Label(w).InWords()))));
        Assert.All(PersonWords.Relations.Select(Word), w => Assert.Equal(w, In(language, () => PersonWords.KeptRelation(PersonWords.Relation(w).InWords()))));
    }

    [Theory]
    [InlineData("Familie", "family")]
    [InlineData("FAMILY", "family")]
    [InlineData("kollegin oder kollege", "colleague")]
    [InlineData("Kollegin", "kollegin")]
    [InlineData("-", "-")]
    public void What_makes_two_roles_one_is_the_same_whoever_reads(string role, string key) =>
        Assert.Equal((key, key), (In("en", () => PersonWords.RoleKey(role)), In("de", () => PersonWords.RoleKey(role))));

    [Fact]
    public void Every_role_that_is_known_means_itself_in_German() =>
        Assert.All(["investor", "expert", "teacher", "family"], role => Assert.Equal(role, KnownRoles.Meant(PersonWords.Role(role).InWords(German))));

    private static string Word(Reason proposed) => proposed.Key[(proposed.Key.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static T In<T>(string language, Func<T> said)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return said();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
