namespace Mainstay.Gatherings;

/// <summary>What an encounter waits for.</summary>
public enum EncounterStep { Nothing, Triage, Write, Introduce, Second }

/// <summary>What a gathering waits for.</summary>
public enum GatheringStep { Nothing, Prepare, Capture, AfterMonth, AfterYear }

/// <summary>What is due of an encounter and of a gathering on a day.</summary>
public static class EncounterSteps
{
    /// <summary>So long after a gathering it is asked whom the owner met, what came of it after a month, and after a year.</summary>
    private const int DaysToCapture = 3, DaysToMonth = 30, DaysToYear = 365, DaysToAnswer = 60;

    public static EncounterStep StepOn(this Encounter met, DateOnly today)
    {
        if (met.QuietUntil > today) return EncounterStep.Nothing;
        return met.Triage switch
        {
            null => met.WroteOn is null && met.TriageOn <= today ? EncounterStep.Triage : EncounterStep.Nothing,
            Triage.Introduce when met.WroteOn is null => met.WriteBy <= today ? EncounterStep.Introduce : EncounterStep.Nothing,
            Triage.FollowUp when met.WroteOn is null => met.WriteBy <= today ? EncounterStep.Write : EncounterStep.Nothing,
            Triage.FollowUp when met.SecondOn is null && met.WroteOn is { } wrote => wrote.AddDays(FollowUpTimes.DaysToSecond) <= today ? EncounterStep.Second : EncounterStep.Nothing,
            _ => EncounterStep.Nothing,
        };
    }

    /// <param name="it">The gathering.</param>
    /// <param name="hasMet">Whether the owner noted anybody there.</param>
    /// <param name="today">The owner's day.</param>
    public static GatheringStep StepOn(this Gathering it, bool hasMet, DateOnly today)
    {
        if (it.QuietUntil > today || it.State is GatheringState.Not or GatheringState.Noticed) return GatheringStep.Nothing;
        if (it.FirstDay.AddDays(-1) == today) return GatheringStep.Prepare;
        if (it.FirstDay > today) return GatheringStep.Nothing;
        if (!hasMet && today <= it.LastDay.AddDays(DaysToCapture)) return GatheringStep.Capture;
        if (it.State != GatheringState.Been) return GatheringStep.Nothing;
        var days = today.DayNumber - it.LastDay.DayNumber;
        if (it.AfterYear is null && days >= DaysToYear && days < DaysToYear + DaysToAnswer) return GatheringStep.AfterYear;
        return it.AfterMonth is null && days >= DaysToMonth && days < DaysToMonth + DaysToAnswer ? GatheringStep.AfterMonth : GatheringStep.Nothing;
    }
}
