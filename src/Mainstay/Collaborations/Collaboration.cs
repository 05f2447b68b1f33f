using Mainstay.Storage;

namespace Mainstay.Collaborations;

/// <summary>How far it has come. What ended was done together; what was let go never came to be.</summary>
public enum CollaborationStage { Idea = 0, Talking = 1, Agreed = 2, Running = 3, Ended = 4, LetGo = 5 }

/// <summary>On whose side somebody works.</summary>
public enum CollaborationSide { Theirs = 0, Mine = 1 }

/// <summary>Something done together with an organization, from the idea to what came of it.</summary>
public sealed class Collaboration : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganizationId { get; set; }

    /// <summary>What it is: "Joint workshop series".</summary>
    public required string Name { get; set; }

    public CollaborationStage Stage { get; set; }

    /// <summary>Since when it is at this stage.</summary>
    public DateOnly StageSince { get; set; }

    /// <summary>What both want.</summary>
    public string? SharedGoal { get; set; }

    public string? WhatIGive { get; set; }

    public string? WhatTheyGive { get; set; }

    public string? NextStep { get; set; }

    /// <summary>The day for which the next step is meant.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>Since when the next step is this one, or there is none.</summary>
    public DateOnly NextSince { get; set; }

    /// <summary>The last step that was done.</summary>
    public string? DoneStep { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>Until when it was agreed.</summary>
    public DateOnly? EndsOn { get; set; }

    public string? Link { get; set; }

    public string? Note { get; set; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }

    public DateTime CreatedAt { get; init; }

    public bool IsOver => Stage.IsOver;
}

/// <summary>Somebody who works in a collaboration, on their side or on the owner's.</summary>
public sealed class CollaborationPerson : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CollaborationId { get; init; }

    public required Guid PersonId { get; init; }

    public CollaborationSide Side { get; set; }

    /// <summary>What they do in it.</summary>
    public string? Role { get; set; }
}

public static class CollaborationStages
{
    /// <summary>What runs first, what is over last.</summary>
    internal static readonly CollaborationStage[] InOrder = [CollaborationStage.Running, CollaborationStage.Agreed, CollaborationStage.Talking, CollaborationStage.Idea, CollaborationStage.Ended, CollaborationStage.LetGo];

    extension(CollaborationStage stage)
    {
        public bool IsOver => stage is CollaborationStage.Ended or CollaborationStage.LetGo;

        /// <summary>What it is when it is over: what was agreed ended, what was not is let go.</summary>
        public CollaborationStage Over => stage is CollaborationStage.Agreed or CollaborationStage.Running or CollaborationStage.Ended ? CollaborationStage.Ended : CollaborationStage.LetGo;
    }
}
