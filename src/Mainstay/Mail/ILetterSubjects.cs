using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>A room that knows whether what its letters are about is still where it was when they were written.</summary>
public interface ILetterSubjects
{
    /// <summary>Whether it is still to the point to send this letter, for the first time or once more; what is of another room is.</summary>
    /// <param name="store">The owner's rows.</param>
    /// <param name="letter">What is to be sent, was not sent, or may not have arrived.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="stop">Ends it.</param>
    Task<bool> StillStands(Store store, Letter letter, TimeProvider clock, CancellationToken stop);
}
