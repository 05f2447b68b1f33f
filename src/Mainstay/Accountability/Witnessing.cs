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

    /// <summary>Whether somebody witnesses it, or is to be asked to: who declined, stepped down or was let go does not.</summary>
    public static bool IsNamed(this Commitment it) => it.Witness is WitnessState.Chosen or WitnessState.Asked or WitnessState.Accepted;

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

    public static void StepDown(this Commitment it, DateOnly today)
    {
        if (it.Witness != WitnessState.Accepted) throw new Conflict("Accountability.NotTheWitness");
        (it.Witness, it.WitnessOn, it.QuietUntil) = (WitnessState.SteppedDown, today, null);
    }

    /// <summary>The owner lets them go; who was only named is as if they had not been. Twice is as once.</summary>
    public static void Release(this Commitment it, DateOnly today)
    {
        if (it.Witness == WitnessState.Released) return;
        if (!it.IsNamed()) throw new Conflict("Accountability.NotTheWitness");
        if (it.Witness == WitnessState.Chosen) (it.WitnessId, it.Witness) = (null, WitnessState.None);
        else (it.Witness, it.WitnessOn) = (WitnessState.Released, today);
        it.QuietUntil = null;
    }
}
