using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>A room that notes a letter as something, such as a contact: it hears when the letter reached nobody, in the transaction in which that is noted of the letter, and when it goes out after all, once that is noted: what left stays sent, whatever a room makes of it. What is of another room is left alone.</summary>
public interface ILetterFates
{
    /// <summary>It was refused for good, tried too often, or kept back.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="letter">What was not sent.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Ends it.</param>
    Task ReachedNobody(Store store, Letter letter, TimeProvider clock, CancellationToken stop);

    /// <summary>Somebody sent it again, and it was taken.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="letter">What was sent.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Ends it.</param>
    Task WentOut(Store store, Letter letter, TimeProvider clock, CancellationToken stop);
}
