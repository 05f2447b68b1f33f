using Mainstay.Algorithms.Series;

namespace Mainstay.Rhythm;

public enum Liveliness { Active = 0, Fading = 1, AtRisk = 2, Dormant = 3 }

/// <summary>What an aliveness rests on.</summary>
public enum AlivenessBasis { Estimate = 0, NoContact = 1, SaidStillOn = 2, SaidOver = 3 }

/// <summary>The estimate that a tie has not gone dormant. An estimate, never a fact: the owner's word wins.</summary>
/// <param name="Exact">0 to 1.</param>
/// <param name="InAWeek">What it will be after seven more days of silence.</param>
/// <param name="Basis">What it rests on.</param>
public sealed record Aliveness(double Exact, double InAWeek, AlivenessBasis Basis)
{
    /// <summary>People talk in bursts, the model thinks evenly: its evidence counts half.</summary>
    private const double Tempering = .5;

    /// <summary>Nobody can be that sure, except the owner.</summary>
    public double Shown => Basis == AlivenessBasis.SaidOver ? 0 : Math.Clamp(Exact, .05, .95);

    /// <summary>What can be told of it as known: nothing while there was no touch and no word of the owner's, where it is only assumed.</summary>
    public double? Known => Basis == AlivenessBasis.NoContact ? null : Shown;

    public Liveliness State => Exact switch
    {
        >= .8 => Liveliness.Active,
        >= .5 => Liveliness.Fading,
        >= .2 => Liveliness.AtRisk,
        _ => Liveliness.Dormant,
    };

    public static Aliveness Of(Tie tie, ReadOnlySpan<ContactDay> days, MbgNbd model, DateOnly on)
    {
        var verdict = tie.VerdictOn > on ? Verdict.None : tie.Verdict;
        if (verdict == Verdict.Over) return new(0, 0, AlivenessBasis.SaidOver);
        var basis = verdict == Verdict.StillOn ? AlivenessBasis.SaidStillOn : AlivenessBasis.Estimate;
        if (History(days, verdict == Verdict.StillOn ? tie.VerdictOn : null, on) is not { } history) return new(.8, .8, AlivenessBasis.NoContact);
        return new(model.Alive(history, Tempering), model.Alive(history.After(7), Tempering), basis);
    }

    /// <summary>"Still on" counts as a contact without weight on the day it was said.</summary>
    private static ContactHistory? History(ReadOnlySpan<ContactDay> days, DateOnly? confirmed, DateOnly on)
    {
        var history = ContactHistory.Of(days, on.DayNumber);
        if (confirmed is not { } day) return history;
        if (history is not { } touched) return new(0, 0, on.DayNumber - day.DayNumber);
        var (first, last) = (on.DayNumber - touched.AgeDays, on.DayNumber - touched.SilentDays);
        if (IsContactDay(days, day.DayNumber)) return touched;
        var (newFirst, newLast) = (Math.Min(first, day.DayNumber), Math.Max(last, day.DayNumber));
        return new(touched.Repeats + 1, newLast - newFirst, on.DayNumber - newFirst);
    }

    private static bool IsContactDay(ReadOnlySpan<ContactDay> days, double day)
    {
        foreach (ref readonly var contact in days)
            if (contact.Day == day) return true;
        return false;
    }
}
