using System.Globalization;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.SupportPlans;

public enum SupportTaskState { Open, Taken, Done }

/// <summary>Something that somebody can do to help, on a day or on each of some days.</summary>
public sealed class SupportTask : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlanId { get; init; }

    public required string What { get; set; }

    public DateOnly On { get; set; }

    /// <summary>The last day, when it is more than one.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Which helper took it; null while it is open, and when nobody of the plan did it.</summary>
    public Guid? HelperId { get; set; }

    public SupportTaskState State { get; set; }

    public DateOnly? ClaimedOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>When somebody passed it on: until another takes it, it stands out.</summary>
    public DateOnly? PassedOn { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>What a form was filled with, so that nothing is overwritten that somebody else wrote meanwhile.</summary>
    public string Face() => string.Create(CultureInfo.InvariantCulture, $"{On:O} {Until:O} {What}").ReplaceLineEndings("\n");

    public DateOnly LastDay() => Until ?? On;

    public bool IsOn(DateOnly day) => On <= day && day <= LastDay();

    /// <summary>Of two who take it, the first has it; taking what is one's own already changes nothing.</summary>
    public void Take(Guid helper, DateOnly today)
    {
        if (HelperId == helper) return;
        if (State == SupportTaskState.Done) throw new Conflict("SupportPlans.DoneMeanwhile");
        if (State == SupportTaskState.Taken) throw new Conflict("SupportPlans.TakenMeanwhile");
        if (LastDay() < today) throw new Conflict("SupportPlans.DayHasPassed");
        (HelperId, State, ClaimedOn, PassedOn) = (helper, SupportTaskState.Taken, today, null);
    }

    /// <summary>It is free again.</summary>
    /// <param name="passedOn">On which day somebody passed it on; null when it is not to stand out.</param>
    public void Free(DateOnly? passedOn) => (HelperId, State, ClaimedOn, DoneOn, PassedOn) = (null, SupportTaskState.Open, null, null, passedOn);

    /// <summary>It is free again when it still is with whom it was seen; what is open already stays as it is.</summary>
    /// <param name="helper">Who was seen to have it; null when nobody of the plan did it.</param>
    public void FreeFrom(Guid? helper)
    {
        if (State == SupportTaskState.Open) return;
        if (HelperId != helper) throw new Conflict("SupportPlans.OthersNow");
        Free(null);
    }

    public void Finish(DateOnly today)
    {
        if (State != SupportTaskState.Done) (State, DoneOn, PassedOn) = (SupportTaskState.Done, today, null);
    }
}

/// <summary>A task as it is written down.</summary>
public sealed record NewSupportTask(string What, DateOnly? On, DateOnly? Until = null)
{
    /// <summary>So long may it be, and so many may a plan have.</summary>
    public const int MostWhat = 200, MostOfOne = 500;

    /// <summary>Its id, when the door has one: written twice with the same, it is written once.</summary>
    public Guid? Id { get; init; }

    /// <summary>The <see cref="SupportTask.Face"/> of what was there when it was changed; null when the door does not say.</summary>
    public string? Seen { get; init; }

    /// <summary>It says the same as what is there.</summary>
    public bool IsAs(SupportTask task) => (What?.Trim(), On, LastOrNone()) == (task.What, task.On, task.Until);

    /// <summary>The last day, when it is more than one.</summary>
    public DateOnly? LastOrNone() => Until == On ? null : Until;

    /// <param name="earliest">The first day it can be on.</param>
    /// <param name="end">The last day of the plan.</param>
    public Problems Check(DateOnly earliest, DateOnly end) => new Problems()
        .When(string.IsNullOrWhiteSpace(What), "what", "SupportPlans.WhatMissing")
        .When(What?.Length > MostWhat, "what", "SupportPlans.TooLong", MostWhat)
        .When(On is null, "on", "SupportPlans.DayMissing")
        .When(On < earliest, "on", "SupportPlans.DayIsOver")
        .When(On > end, "on", "SupportPlans.AfterTheEnd", end)
        .When(Until < On, "until", "SupportPlans.UntilBefore")
        .When(Until > end, "until", "SupportPlans.AfterTheEnd", end);
}
