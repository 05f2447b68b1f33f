namespace Mainstay.SupportPlans;

/// <summary>A helper by name, and whether they are there: who lies in the trash can do nothing by link.</summary>
public sealed record SupportHelperLine(SupportHelper It, string Name, bool IsThere);

/// <summary>A support plan with all that belongs to it: tasks by their day, updates the latest first.</summary>
public sealed record SupportPlanLine(SupportPlan It, IReadOnlyList<SupportHelperLine> Helpers, IReadOnlyList<SupportTask> Tasks, IReadOnlyList<SupportUpdate> Updates)
{
    /// <summary>So many days ahead the owner is shown what nobody took.</summary>
    public const int DaysAhead = 7;

    /// <summary>Who sees to it that all is taken; nobody while they lie in the trash.</summary>
    public SupportHelperLine? Coordinator => Of(It.CoordinatorId) is { IsThere: true } helper ? helper : null;

    public SupportHelperLine? Of(Guid? helper) => helper is null ? null : Helpers.FirstOrDefault(h => h.It.Id == helper);

    /// <summary>What needs somebody: passed on, with somebody who is not there any more, or open and soon.</summary>
    public IReadOnlyList<SupportTask> NeedSomebody(DateOnly today) => [.. Tasks.Where(t => t.LastDay() >= today && (StandsOut(t) || (t.State == SupportTaskState.Open && t.On <= today.AddDays(DaysAhead))))];

    /// <summary>It was passed on, or is with somebody who is not there any more.</summary>
    public bool StandsOut(SupportTask task) => task.State == SupportTaskState.Open ? task.PassedOn is not null : task.State == SupportTaskState.Taken && Of(task.HelperId) is { IsThere: false };

    public IReadOnlyList<SupportTask> TakenBy(Guid helper) => [.. Tasks.Where(t => t.HelperId == helper && t.State == SupportTaskState.Taken)];

    /// <summary>Who took something on, wrote how things are, or coordinates and not only was asked to: those who are thanked.</summary>
    public IReadOnlyCollection<Guid> WhoHelped => [.. Helpers.Where(h => (h.It.Id == It.CoordinatorId && h.It.State == HelperState.In) || Tasks.Any(t => t.HelperId == h.It.Id && t.State != SupportTaskState.Open) || Updates.Any(u => u.HelperId == h.It.Id)).Select(h => h.It.PersonId)];
}

/// <summary>A plan as one of its helpers sees it.</summary>
public sealed record SupportSeat(SupportPlanLine Line, SupportHelperLine Me)
{
    public bool Coordinates => Line.It.CoordinatorId == Me.It.Id;

    public IReadOnlyList<SupportTask> Mine => Line.TakenBy(Me.It.Id);

    /// <summary>What others took stands there too, so that nobody wonders, but not who.</summary>
    public IReadOnlyList<SupportTask> Ahead(DateOnly today) => [.. Line.Tasks.Where(t => t.LastDay() >= today && t.State != SupportTaskState.Done && t.HelperId != Me.It.Id)];

    /// <summary>What passed without anybody, for who coordinates.</summary>
    public IReadOnlyList<SupportTask> Missed(DateOnly today) => [.. Line.Tasks.Where(t => t.State == SupportTaskState.Open && t.LastDay() < today)];
}
