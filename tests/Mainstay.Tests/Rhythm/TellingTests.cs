using System.Globalization;
using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Rhythm;

public class TellingTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Fact]
    public void Says_when_they_last_met_what_was_meant_and_what_the_estimate_is() =>
        Assert.StartsWith("You last met 9 weeks ago; you meant monthly. Estimate: still alive, fading.", Say(Tie(Layer.Close, TouchKind.Meeting), 63, 73, 83, 93, 103, 113));

    [Fact]
    public void Says_that_no_contact_is_recorded() =>
        Assert.Equal("No contact recorded; you meant weekly.", Say(Tie(Layer.Core, null)));

    [Fact]
    public void Says_when_they_talk_more_often_than_planned() =>
        Assert.Contains("You are in touch about every 5 weeks, more often than planned.", Say(Tie(Layer.Wider, TouchKind.Call), 1, 22, 43, 64, 85, 106, 127, 148, 169));

    [Fact]
    public void Says_when_the_plan_is_not_kept() =>
        Assert.Contains("the planned rhythm is not kept. Change the plan?", Say(Tie(Layer.Core, TouchKind.Call), 10, 70, 130, 190, 250));

    [Fact]
    public void Says_that_a_call_is_better_and_that_the_silence_is_long()
    {
        var said = Say(Tie(Layer.Core, TouchKind.Mail), 100, 107, 114, 121);

        Assert.Contains("After such a silence a call says more than a message.", said);
        Assert.Contains("The silence is more than eight times your usual gap.", said);
    }

    [Fact]
    public void Says_what_the_owner_said()
    {
        var tie = Tie(Layer.Core, TouchKind.Mail);
        (tie.Verdict, tie.VerdictOn) = (Verdict.StillOn, new DateOnly(2026, 4, 30));

        Assert.Contains("You said yesterday that it is still on. Estimate: alive.", Say(tie, 9));
        tie.Verdict = Verdict.Over;
        Assert.Contains("You said it is over.", Say(tie, 9));
    }

    [Fact]
    public void Says_how_much_the_owner_said_it_counts()
    {
        var tie = Tie(Layer.Wider, TouchKind.Call);
        Assert.DoesNotContain("counts", Say(tie, 9));
        tie.CountsAs = Layer.Core;

        Assert.Contains("You said that this tie counts as much as core.", Say(tie, 9));
        Assert.Contains("so viel zählt wie die Nähe „Kern“", Telling.Weight(Standing.Of(tie, [], ContactForecast.Default, Today)).Single().InWords(CultureInfo.GetCultureInfo("de")));
    }

    [Fact]
    public void Says_what_the_owner_said_of_each_for_when_it_is_quiet()
    {
        var tie = Tie(Layer.None, null);
        Assert.Empty(Telling.Said(tie));
        (tie.Trust, tie.Willing, tie.Standing) = (HowMuch.Much, HowMuch.Not, HowMuch.Somewhat);

        Assert.Equal(["You said that you trust them much.", "You said that they are not willing to help.", "You said that they are somewhat ahead of you."], Telling.Said(tie).Select(r => r.InWords(English)));
        foreach (var step in HowMuches.All)
            foreach (var language in new[] { English, CultureInfo.GetCultureInfo("de") })
            {
                (tie.Trust, tie.Willing, tie.Standing) = (step, step, step);
                Assert.Equal(3, Telling.Said(tie).Select(r => r.InWords(language)).Distinct().Count());
            }
    }

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "yesterday")]
    [InlineData(13, "13 days ago")]
    [InlineData(14, "2 weeks ago")]
    [InlineData(63, "9 weeks ago")]
    [InlineData(91, "3 months ago")]
    [InlineData(365, "12 months ago")]
    [InlineData(1100, "3 years ago")]
    public void Says_how_long_ago(int days, string words) => Assert.Equal(words, Telling.Ago(days).InWords(English));

    [Theory]
    [InlineData(.4, "about every day")]
    [InlineData(6.6, "about every 7 days")]
    [InlineData(35.2, "about every 5 weeks")]
    [InlineData(95, "about every 3 months")]
    [InlineData(800, "about every 2 years")]
    public void Says_about_how_often(double days, string words) => Assert.Equal(words, Telling.About(days).InWords(English));

    [Theory]
    [InlineData(7, "weekly")]
    [InlineData(30, "monthly")]
    [InlineData(91, "quarterly")]
    [InlineData(365, "yearly")]
    [InlineData(21, "every 3 weeks")]
    [InlineData(45, "every 45 days")]
    public void Says_a_cadence(int cadence, string words) => Assert.Equal(words, Telling.Every(cadence).InWords(English));

    /// <summary>Where one word stands for several numbers, the usual one is meant.</summary>
    [Fact]
    public void Understands_what_it_says_of_a_cadence()
    {
        Languages.Speak(English);

        Assert.All(Enumerable.Range(1, 100).Concat([182, 366, 731]), d => Assert.Equal(Telling.Every(d), Telling.Every(Telling.Meant(Telling.Every(d).InWords())!.Value)));
        Assert.Equal((30, 91, 182, 365), (Telling.Meant("monthly"), Telling.Meant("Quarterly"), Telling.Meant("twice a year"), Telling.Meant("yearly")));
        Assert.Equal((Layers.NoCadence, null), (Telling.Meant("no rhythm"), Telling.Meant("often")));
    }

    /// <summary>Whatever the state of a tie, there is a sentence for it: a missing one would throw.</summary>
    [Fact]
    public void Has_a_sentence_for_every_state()
    {
        foreach (var kind in Enum.GetValues<TouchKind>().Cast<TouchKind?>().Append(null))
            foreach (var layer in Enum.GetValues<Layer>())
                foreach (var verdict in Enum.GetValues<Verdict>())
                    foreach (var silent in new[] { 0, 5, 30, 90, 400, 3000 })
                    {
                        var tie = Tie(layer, kind);
                        (tie.Verdict, tie.VerdictOn, tie.Paused, tie.SnoozedUntil) = (verdict, Today, true, Today.AddDays(3));
                        Assert.EndsWith(".", Say(tie, kind is null ? [] : [silent, silent + 9, silent + 18]));
                    }
    }

    private static Tie Tie(Layer layer, TouchKind? last)
    {
        var tie = RhythmCast.Tie(layer);
        tie.LastTouchKind = last;
        return tie;
    }

    private static string Say(Tie tie, params int[] daysAgo)
    {
        var days = Strength.Days(daysAgo.Select(d => new Contact(Today.AddDays(-d), tie.LastTouchKind ?? TouchKind.Meeting, Direction.Both, 2)));
        tie.LastTouchOn = daysAgo.Length == 0 ? null : Today.AddDays(-daysAgo.Min());
        return string.Join(' ', Standing.Of(tie, days, ContactForecast.Default, Today).Reasons.Select(r => r.InWords(English)));
    }
}
