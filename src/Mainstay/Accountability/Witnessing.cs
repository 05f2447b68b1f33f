using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>How somebody becomes the witness of a commitment, and stops being it: each step in one tap, and a no as good as a yes.</summary>
public static class Witnessing
{
    /// <summary>So long they can answer; silence is no more than that, and nobody is reminded.</summary>
    public const int DaysToAnswer = 14;

    /// <summary>So long after its day the witness can look at how it ended.</summary>
    public const int DaysAfter = 30;

    public static bool IsSilent(this Commitment it, DateOnly today) => it.Witness == WitnessState.Asked && today > it.WitnessAskedOn?.AddDays(DaysToAnswer);

    /// <summary>Somebody is named.</summary>
    public static void Choose(this Commitment it, Guid person) => (it.WitnessId, it.Witness, it.WitnessAskedOn, it.WitnessOn) = (person, WitnessState.Chosen, null, null);

    /// <summary>A link is made; who has accepted stays the witness.</summary>
    public static void AskWitness(this Commitment it, DateOnly today)
    {
        if (it.WitnessId is null) throw new Conflict("Accountability.NoWitnessNamed");
        if (it.Witness == WitnessState.Accepted) return;
        if (it.Witness is not (WitnessState.Chosen or WitnessState.Asked)) throw new Conflict("Accountability.ChooseAgain");
        (it.Witness, it.WitnessAskedOn) = (WitnessState.Asked, today);
    }

    /// <summary>They accept. An answer after its day is one all the same; twice is as once.</summary>
    public static void AcceptWitness(this Commitment it, DateOnly today)
    {
        if (it.Witness == WitnessState.Accepted) return;
        if (it.Witness is not (WitnessState.Chosen or WitnessState.Asked)) throw new Conflict("Accountability.ChooseAgain");
        if (it.State != CommitmentState.Open) throw new Conflict("Accountability.ItIsOver");
        (it.Witness, it.WitnessAskedOn, it.WitnessOn, it.QuietUntil) = (WitnessState.Accepted, it.WitnessAskedOn ?? today, today, null);
    }

    public static void DeclineWitness(this Commitment it, DateOnly today)
    {
        if (it.Witness == WitnessState.Accepted) throw new Conflict("Accountability.AcceptedAlready");
        if (it.Witness is not (WitnessState.Chosen or WitnessState.Asked)) throw new Conflict("Accountability.ChooseAgain");
        (it.Witness, it.WitnessAskedOn, it.WitnessOn, it.QuietUntil) = (WitnessState.Declined, it.WitnessAskedOn ?? today, today, null);
    }

    /// <summary>They are the witness no more, because they say so or because the owner does.</summary>
    public static void EndWitness(this Commitment it, bool byOwner, DateOnly today)
    {
        if (it.Witness == WitnessState.None || (!byOwner && it.Witness != WitnessState.Accepted)) throw new Conflict("Accountability.NotTheWitness");
        (it.Witness, it.WitnessOn, it.QuietUntil) = (byOwner ? WitnessState.Released : WitnessState.SteppedDown, today, null);
    }
}
