using Microsoft.AspNetCore.Components;

namespace FieldKit.Ui;

/// <summary>Takes an event for a component that need not be drawn again for it: the framework draws whatever object a handler belongs to.</summary>
internal sealed class Undrawn(Func<Task> handle) : IHandleEvent
{
    public Task HandleAsync() => handle();

    public Task HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
