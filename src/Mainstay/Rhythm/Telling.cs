using Mainstay.Algorithms.Text;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary>Says how a tie stands: facts and estimates, never a judgement, and no precision that is not there.</summary>
public static class Telling
{
    /// <summary>Cadences that can be said: first those of which one word stands for several numbers.</summary>
    private static readonly int[] Sayable = [30, 91, 182, 365, .. Enumerable.Range(1, 731)];

    public static IReadOnlyList<Reason> Of(Standing tie) => [.. Contact(tie), .. Estimate(tie), .. Habit(tie), .. Silence(tie), .. Weight(tie), .. Rest(tie)];

    /// <summary>All of it: how things stand, and the numbers with what they come from.</summary>
    public static IReadOnlyList<Reason> InFull(Standing tie) => [.. Of(tie), .. Dates(tie), .. Numbers(tie), .. Said(tie.Tie)];

    public static Reason Ago(int days) => days switch
    {
        < 0 => new("Rhythm.Tomorrow"),
        0 => new("Rhythm.Today"),
        1 => new("Rhythm.Yesterday"),
        < 14 => new("Rhythm.DaysAgo", days),
        < 91 => new("Rhythm.WeeksAgo", Rounded(days, 7)),
        < 730 => new("Rhythm.MonthsAgo", Rounded(days, 30.44)),
        _ => new("Rhythm.YearsAgo", Rounded(days, 365.25)),
    };

    /// <summary>"about every 5 weeks".</summary>
    public static Reason About(double days) => days switch
    {
        < 12 => new("Rhythm.AboutDays", Math.Max(1, Rounded(days, 1))),
        < 75 => new("Rhythm.AboutWeeks", Rounded(days, 7)),
        < 550 => new("Rhythm.AboutMonths", Rounded(days, 30.44)),
        _ => new("Rhythm.AboutYears", Rounded(days, 365.25)),
    };

    /// <summary>A probability as people say it: "about 6 in 10".</summary>
    public static Reason InTen(double chance) => chance < .05 ? new("Rhythm.HardlyInTen") : new("Rhythm.AboutInTen", Tenths(chance));

    /// <summary>A cadence as one would say it: "monthly".</summary>
    public static Reason Every(int cadence) => cadence switch
    {
        1 => new("Rhythm.Daily"),
        7 => new("Rhythm.Weekly"),
        14 => new("Rhythm.Fortnightly"),
        30 or 31 => new("Rhythm.Monthly"),
        >= 90 and <= 92 => new("Rhythm.Quarterly"),
        >= 180 and <= 184 => new("Rhythm.HalfYearly"),
        365 or 366 => new("Rhythm.Yearly"),
        _ when cadence % 7 == 0 && cadence < 70 => new("Rhythm.EveryWeeks", cadence / 7),
        _ => new("Rhythm.EveryDays", cadence),
    };

    /// <summary>A cadence as one would type it, in days: "monthly" is 30. What is said of one is understood too, in the language in which it is said; that there is to be none is 0. Null for any other word.</summary>
    public static int? Meant(string word)
    {
        var typed = Folding.Fold(word.Trim());
        return typed switch
        {
            "daily" => 1,
            "weekly" => 7,
            "fortnightly" => 14,
            "monthly" => 30,
            "quarterly" => 91,
            "yearly" => 365,
            _ when IsSaid(new("Rhythm.NoRhythm")) => Layers.NoCadence,
            _ => Sayable.Where(d => IsSaid(Every(d))).Select(d => (int?)d).FirstOrDefault(),
        };

        bool IsSaid(Reason reason) => Folding.Fold(reason.InWords()) == typed;
    }

    /// <summary>That the owner said how much it counts.</summary>
    public static IEnumerable<Reason> Weight(Standing tie) => tie.Tie.CountsAs is { } layer ? [new("Rhythm.CountsAsMuch", new Reason($"Rhythm.Layer{layer}"))] : [];

    /// <summary>What the owner said for when it has gone quiet.</summary>
    public static IEnumerable<Reason> Said(Tie tie)
    {
        if (tie.Trust is { } trust) yield return new($"Rhythm.Trust{trust}");
        if (tie.Willing is { } willing) yield return new($"Rhythm.Willing{willing}");
        if (tie.Standing is { } standing) yield return new($"Rhythm.Standing{standing}");
    }

    private static IEnumerable<Reason> Contact(Standing tie)
    {
        if (tie.LastTouchOn is not { } last) yield return tie.Cadence is { } wanted ? new("Rhythm.NoContactMeant", Every(wanted)) : new("Rhythm.NoContact");
        else
        {
            var ago = Ago(tie.On.DayNumber - last.DayNumber);
            var kind = last == tie.Tie.LastTouchOn ? tie.Tie.LastTouchKind : null;
            yield return tie.Cadence is { } meant ? new($"Rhythm.Last{kind}Meant", ago, Every(meant)) : new($"Rhythm.Last{kind}", ago);
        }
        if (tie.Due is { Stretch: > 1 } due) yield return new("Rhythm.Stretched", About(due.Cadence));
    }

    private static IEnumerable<Reason> Estimate(Standing tie)
    {
        var estimate = new Reason($"Rhythm.Estimate{tie.Aliveness.State}");
        return tie.Aliveness.Basis switch
        {
            AlivenessBasis.SaidOver => [new("Rhythm.SaidOver")],
            AlivenessBasis.SaidStillOn => [new("Rhythm.SaidStillOn", Ago(tie.On.DayNumber - tie.Tie.VerdictOn!.Value.DayNumber)), estimate],
            AlivenessBasis.NoContact => [],
            _ => [estimate],
        };
    }

    private static IEnumerable<Reason> Habit(Standing tie)
    {
        if (tie.Rhythm is not { } rhythm || tie.Strength.Contacts.Days < 3) yield break;
        if (rhythm < .5 * tie.Cadence) yield return new("Rhythm.MoreOften", About(rhythm));
        else if (rhythm > 2 * tie.Cadence) yield return new("Rhythm.NotKept", About(rhythm));
        else yield return new("Rhythm.Usually", About(rhythm));
    }

    private static IEnumerable<Reason> Silence(Standing tie)
    {
        if (tie.LastTouchOn is { } last && tie.On.DayNumber - last.DayNumber > 8 * tie.Rhythm) yield return new("Rhythm.LongSilence");
        if (tie.Due?.Overdue > 2 && tie.Tie.LastTouchKind is TouchKind.Message or TouchKind.Mail or TouchKind.Reaction) yield return new("Rhythm.RatherCall");
    }

    private static IEnumerable<Reason> Rest(Standing tie)
    {
        if (DueList.IsPaused(tie.Tie, tie.On)) yield return tie.Tie.PausedUntil is { } end ? new("Rhythm.PausedUntil", end) : new("Rhythm.Paused");
        if (tie.Tie.SnoozedUntil > tie.On) yield return new("Rhythm.SnoozedUntil", tie.Tie.SnoozedUntil);
    }

    private static IEnumerable<Reason> Dates(Standing tie)
    {
        if (tie.Due is { } due && tie.Tie.Verdict != Verdict.Over) yield return new("Rhythm.DueOn", due.On);
        if (tie.NaturalOn > tie.On && tie.Strength.Contacts.Days > 2) yield return new("Rhythm.NaturalOn", tie.NaturalOn);
    }

    private static IEnumerable<Reason> Numbers(Standing tie)
    {
        var contacts = tie.Strength.Contacts;
        yield return contacts.Days == 0 && tie.Tie.Closeness is null ? new("Rhythm.StrengthNone") : new("Rhythm.StrengthFrom", tie.Strength.Value, contacts.Days);
        if (tie.Tie.Closeness is { } closeness) yield return new("Rhythm.ClosenessSaid", closeness);
        if (contacts.Days > 2 && contacts.Reciprocity < .5) yield return new(contacts.Outgoing > contacts.Incoming ? "Rhythm.MostlyYou" : "Rhythm.MostlyThey");
        if (tie.Aliveness.Basis is AlivenessBasis.Estimate or AlivenessBasis.SaidStillOn) yield return new("Rhythm.AliveChance", Tenths(tie.Aliveness.Shown));
        if (tie.ContactWithin30Days is { } chance) yield return new("Rhythm.ContactChance", Tenths(chance));
    }

    /// <summary>Never none and never all of ten: nobody can be that sure.</summary>
    private static int Tenths(double chance) => Math.Clamp((int)Math.Round(10 * chance), 1, 9);

    private static int Rounded(double days, double unit) => (int)Math.Round(days / unit, MidpointRounding.AwayFromZero);
}
