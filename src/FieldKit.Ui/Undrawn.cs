using Microsoft.AspNetCore.Components;

namespace FieldKit.Ui;

/// <summary>Takes an event for a component that need not be drawn again for it.</summary>
internal sealed class Undrawn : IHandleEvent
{
    public static Undrawn Instance { get; } = new();

    public Task HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);
}
