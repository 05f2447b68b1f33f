using System.Globalization;
using Mainstay.Circles;
using Mainstay.Matching;
using Mainstay.Rounds;
using Mainstay.Words;

namespace Mainstay.Tests.Rounds;

/// <summary>Who is in a round, what keeps two apart, and what is kept of a draft.</summary>
public class RoundCastTests
{
    private static readonly Guid Grace = Guid.Parse("019a0f3c-0000-7000-8000-000000000001"), Alan = Guid.Parse("019a0f3c-0000-7000-8000-000000000002"), Katherine = Guid.Parse("019a0f3c-0000-7000-8000-000000000003");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Two_of_one_name_are_two()
    {
        var cast = Cast(Mentee(Grace, "Grace"), Mentor(Alan, "GRACE"), Mentor(Katherine, "Grace"));

        var pair = Assert.Single(cast.DraftPairs(new(), Stop).Pairs);

        Assert.Equal(["Grace", "GRACE (2)", "Grace (3)"], new[] { Grace, Alan, Katherine }.Select(cast.NameOf));
        Assert.Equal((Grace, Alan), (pair.Mentee, pair.Mentor));
    }

    [Fact]
    public void Colleagues_are_apart_when_one_of_them_wishes_so()
    {
        var cast = Cast(Mentee(Grace, "Grace", s => (s.Organization, s.AvoidsColleagues) = ("Navy", true)), Mentor(Alan, "Alan", s => s.Organization = " navy "), Mentor(Katherine, "Katherine", s => s.Organization = "Langley"));

        Assert.True(cast.AreApart(Alan, Grace));
        Assert.False(cast.AreApart(Grace, Katherine));
        Assert.Equal([Katherine], cast.Choices(new(), Stop)[Grace].Select(c => c.Mentor));
    }

    [Fact]
    public void Whoever_is_on_both_sides_is_not_their_own_mentor()
    {
        var cast = Cast(Mentor(Grace, "Grace", s => s.Side = RoundSide.Both), Mentor(Alan, "Alan", s => s.Side = RoundSide.Both));

        Assert.Equal([(Grace, Alan), (Alan, Grace)], cast.DraftPairs(new(), Stop).Pairs.Select(p => (p.Mentee, p.Mentor)));
    }

    [Fact]
    public void A_draft_is_kept_with_its_reasons_and_said_in_the_language_of_who_reads_it()
    {
        var cast = Cast(Mentee(Grace, "Grace", s => s.Organization = "Navy"), Mentor(Alan, "Alan", s => s.Organization = "Bletchley"));
        var draft = cast.DraftPairs(new() { Mode = MatchMode.Stable, Weights = new Dictionary<string, double> { ["wants"] = 70, ["gone"] = 3 } }, Stop);

        var kept = KeptDraft.Read(draft.Write())!;
        var reasons = Assert.Single(cast.Shown(kept).Pairs).Reasons;

        Assert.Equal((draft.Of, draft.Chosen, 70), (kept.Of, kept.Chosen, kept.Criteria[0].Weight));
        Assert.Contains(reasons, r => r.InWords(CultureInfo.GetCultureInfo("en")).Contains("organisation", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.InWords(CultureInfo.GetCultureInfo("de")).Contains("Organisation", StringComparison.Ordinal));
        Assert.NotEqual(draft.Of, Cast(Mentee(Grace, "Grace"), Mentor(Alan, "Alan")).Of);
    }

    [Fact]
    public void Who_is_here_no_more_is_in_no_draft()
    {
        var kept = Cast(Mentee(Grace, "Grace"), Mentor(Alan, "Alan")).DraftPairs(new(), Stop);

        Assert.Empty(Cast(Mentee(Grace, "Grace")).Shown(kept).Pairs);
    }

    [Fact]
    public void How_a_round_stands_is_said_of_days_that_come()
    {
        string State(RoundKind kind, int day) => RoundWords.State(new() { Kind = kind, Title = "Summer", SignUpUntil = new(2026, 5, 15) }, new(2026, 5, day)).InWords(CultureInfo.GetCultureInfo("en"));

        int[] days = [1, 8, 15, 16];
        Assert.Equal(["sign up until May 15", "sign up within 7 days", "sign up until today", "sign-up is over"], days.Select(day => State(RoundKind.Mentoring, day)));
        Assert.Equal(["sign up at any time"], days.Select(day => State(RoundKind.Coffee, day)).Distinct());
    }

    [Fact]
    public void What_is_announced_and_said_is_checked()
    {
        var today = new DateOnly(2026, 5, 1);

        Assert.Equal(["title", "signUpUntil", "offerDays", "everyDays"], new NewRound { Title = " ", SignUpUntil = today.AddDays(-1), OfferDays = 0, EveryDays = 91 }.Check(today).Select(p => p.Field));
        Assert.Equal(["side"], new NewSignUp().Check(RoundKind.Mentoring).Select(p => p.Field));
        Assert.Empty(new NewSignUp().Check(RoundKind.Coffee));
        Assert.Equal(["places", "organization"], new NewSignUp { Side = RoundSide.Mentor, Places = 0, AvoidsColleagues = true }.Check(RoundKind.Mentoring).Select(p => p.Field));
        Assert.Equal(["groupSize"], new RoundPlan { GroupSize = 9 }.Check().Select(p => p.Field));
        Assert.Equal(["weights"], new RoundPlan { Weights = new Dictionary<string, double> { ["gender"] = 1 } }.Check().Select(p => p.Field));
        Assert.Equal("Rounds know no criterion “wnats”. There are: wants, prefers, times, organization, style", Assert.Single(new RoundPlan { Weights = new Dictionary<string, double> { ["wnats"] = 1, ["Times"] = 2 } }.Check()).Sentence.InWords());
    }

    private static RoundCast Cast(params SignedUp[] all) => new(all, [], []);

    private static SignedUp Mentee(Guid id, string name, Action<RoundSignUp>? more = null) => Of(id, name, RoundSide.Mentee, more);

    private static SignedUp Mentor(Guid id, string name, Action<RoundSignUp>? more = null) => Of(id, name, RoundSide.Mentor, more);

    private static SignedUp Of(Guid id, string name, RoundSide side, Action<RoundSignUp>? more)
    {
        var signUp = new RoundSignUp { Id = id, MemberId = id, Side = side, Places = 1, Wants = "pricing", Offers = "pricing" };
        more?.Invoke(signUp);
        return new(signUp, new Member { Id = id, Name = name, SortKey = name });
    }
}
