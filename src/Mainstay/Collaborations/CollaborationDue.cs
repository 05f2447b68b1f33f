namespace Mainstay.Collaborations;

/// <summary>What Today may say of a collaboration.</summary>
public enum CollaborationDue
{
    /// <summary>The day of its next step has come.</summary>
    Step,

    /// <summary>It ends within two weeks, or should have ended.</summary>
    Ends,

    /// <summary>For a month nothing has been next.</summary>
    NoStep,
}

public static class CollaborationDues
{
    private const int DaysBeforeEnd = 14, DaysWithoutStep = 30;

    /// <summary>The most pressing to say on a day; null when nothing. An idea may lie as long as it wants.</summary>
    public static CollaborationDue? DueOn(this Collaboration it, DateOnly today)
    {
        if (it.IsOver || it.QuietUntil > today) return null;
        if (it.NextOn <= today) return CollaborationDue.Step;
        if (it.EndsOn <= today.AddDays(DaysBeforeEnd)) return CollaborationDue.Ends;
        return it.Stage != CollaborationStage.Idea && it.WithoutStepSince?.AddDays(DaysWithoutStep) <= today ? CollaborationDue.NoStep : null;
    }

    extension(Collaboration it)
    {
        /// <summary>Since when nothing is next: at this stage, since the last step was done or taken away. Null when something is.</summary>
        public DateOnly? WithoutStepSince => it.IsOver || it.NextStep is not null ? null : it.NextSince > it.StageSince ? it.NextSince : it.StageSince;

        /// <summary>One asks what came of it, and whether it goes on.</summary>
        public bool EndsSoon(DateOnly today) => !it.IsOver && it.EndsOn <= today.AddDays(DaysBeforeEnd);
    }
}
