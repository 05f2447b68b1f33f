using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Words;

namespace Mainstay.Tests.Accounts;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("password12345")]
    [InlineData("P@ssw0rd12345")]
    [InlineData("passwort12345")]
    [InlineData("iloveyou1234")]
    [InlineData("correcthorse")]
    [InlineData("trustno1trustno1")]
    [InlineData("jennifer123456")]
    [InlineData("administrator")]
    [InlineData("Sommer2024!!!")]
    public void Refuses_what_is_made_of_what_is_commonest(string password)
    {
        Assert.Equal("Accounts.PasswordGuessed", PasswordRules.Of(password, "ada@example.org", "Ada Lovelace")?.Key);
    }

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("kestrel-violin-harbour")]
    [InlineData("blue house tree")]
    [InlineData("drei alte esel")]
    [InlineData("x7#kQ2!vLp9z")]
    public void Takes_words_that_do_not_belong_together_and_signs_without_a_pattern(string password)
    {
        Assert.Null(PasswordRules.Of(password, "ada@example.org", "Ada Lovelace"));
    }

    [Fact]
    public void Knows_the_owner_in_disguise()
    {
        Assert.Null(PasswordRules.Of("zw1ngl1h0f-77", "ada@example.org", "Ada Lovelace"));
        Assert.Equal("Accounts.PasswordGuessed", PasswordRules.Of("zw1ngl1h0f-77", "ada@example.org", "Ada Zwinglihof")?.Key);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijkl")]
    [InlineData("qwertzuiopü1")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("azertyuiopqs")]
    public void Refuses_what_runs_along_the_keyboard(string password)
    {
        Assert.Equal("Accounts.PasswordCommon", PasswordRules.Of(password, "ada@example.org", "Ada Lovelace")?.Key);
    }

    [Fact]
    public void Judges_the_longest_by_its_beginning()
    {
        var words = string.Concat(Enumerable.Repeat("password", 63))[..PasswordRules.Longest];

        Assert.Equal("Accounts.PasswordGuessed", PasswordRules.Of(words, "ada@example.org", "Ada Lovelace")?.Key);
        Assert.Null(PasswordRules.Of("kestrel violin harbour" + words[22..], "ada@example.org", "Ada Lovelace"));
        Assert.Equal("Accounts.PasswordLong", PasswordRules.Of(words + "s", "ada@example.org", "Ada Lovelace")?.Key);
    }

    [Fact]
    public void Says_why_in_both_languages()
    {
        var reason = PasswordRules.Of("iloveyou1234", "ada@example.org", "Ada Lovelace")!;

        Assert.StartsWith("Programs that guess passwords would soon find this one", reason.InWords(CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
        Assert.StartsWith("Programme, die Passwörter raten, fänden dieses bald", reason.InWords(CultureInfo.GetCultureInfo("de")), StringComparison.Ordinal);
    }
}
