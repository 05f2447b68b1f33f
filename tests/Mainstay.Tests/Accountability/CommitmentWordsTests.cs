using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Tests.Accountability;

public class CommitmentWordsTests
{
    [Theory]
    [InlineData("LetThemGo", "Grace Hopper soll es nicht mehr bezeugen")]
    [InlineData("SaidReleased", "Jetzt bezeugt es niemand.")]
    [InlineData("BeforeThem", "Was du vor dieser Person zugesagt hast")]
    public void In_German_a_witness_is_one_person_and_let_go_in_plain_words(string key, string said) =>
        Assert.Equal(said, new Reason($"Accountability.{key}", "Grace Hopper").InWords(CultureInfo.GetCultureInfo("de")));

    [Theory]
    [InlineData("KeepEnd", "Note it")]
    [InlineData("SaidEnded", "Noted.")]
    [InlineData("SaidChanged", "Noted.")]
    public void What_is_noted_is_not_said_to_be_kept_for_not_every_promise_is(string key, string said) =>
        Assert.Equal(said, new Reason($"Accountability.{key}").InWords(CultureInfo.GetCultureInfo("en")));
}
